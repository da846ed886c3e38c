// A file's stream paused, resumed and destroyed within its data.
const fs = require('fs');
fs.writeFileSync('in', 'abcdefghij');
const r = fs.createReadStream('in', { highWaterMark: 2, encoding: 'utf8' });
r.on('data', (c) => {
  console.log('data', c, r.bytesRead > 0);
  if (c === 'cd') { r.pause(); setTimeout(() => { console.log('paused with', r.readableLength, r.isPaused()); r.resume(); }, 20); }
  if (c === 'gh') { r.destroy(); console.log('destroyed', r.destroyed, r.closed); }
});
for (const name of ['end', 'error', 'close']) r.on(name, (x) => console.log(name, x, r.fd, r.closed));
r.on('close', () => {
  const early = fs.createReadStream('in');
  early.on('open', () => console.log('opens')).on('close', () => console.log('early close', early.fd)).on('error', (e) => console.log('error', e.message));
  early.destroy(new Error('before it opens'));
  early.close((error) => console.log('close callback', error?.message));
});
