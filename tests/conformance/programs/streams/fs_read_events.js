// The events of a file's stream in order, with a microtask and a tick after each.
const fs = require('fs');
fs.writeFileSync('in', 'one two three');
const r = fs.createReadStream('in', { highWaterMark: 5 });
console.log(r.pending, r.fd, r.path, r.flags, r.mode, r.autoClose, r.bytesRead, r.readableHighWaterMark);
for (const name of ['open', 'ready', 'readable', 'resume', 'pause', 'end', 'close']) r.on(name, (x) => { console.log(name, typeof x, r.pending, typeof r.fd, r.bytesRead); process.nextTick(() => console.log(' ', name, 'tick')); Promise.resolve().then(() => console.log(' ', name, 'microtask')); if (name === 'readable') { let c; while ((c = r.read()) !== null) console.log('  read', String(c)); } });
r.on('data', (c) => console.log('data', String(c)));
process.nextTick(() => console.log('tick', r.fd));
