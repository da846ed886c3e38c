// pause(), resume() and isPaused(): flags and events.
const { Readable } = require('stream');
let n = 0;
const r = new Readable({ objectMode: true, highWaterMark: 2, read() { this.push(n < 6 ? n++ : null); } });
for (const name of ['pause', 'resume', 'end', 'close']) r.on(name, () => console.log(name, r.readableFlowing, r.isPaused()));
console.log(r.readableFlowing, r.isPaused());
console.log('pause before', r.pause() === r, r.readableFlowing, r.isPaused());
r.on('data', (chunk) => {
  console.log('data', chunk, r.readableLength);
  if (chunk % 2 === 1) { r.pause(); console.log('paused', r.readableFlowing); setImmediate(() => { console.log('immediate'); r.resume(); console.log('flowing', r.readableFlowing); }); }
});
console.log('listening', r.readableFlowing);
r.resume(); r.resume();
console.log('resumed', r.readableFlowing, r.isPaused());
process.nextTick(() => console.log('tick', n));
