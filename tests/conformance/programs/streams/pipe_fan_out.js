// One source, two sinks of different speed: the slower one sets the pace; a third one joins late.
const { Readable, Writable } = require('stream');
const sink = (name, delay) => { const w = new Writable({ objectMode: true, highWaterMark: 1, write(x, e, done) { console.log(name, x); delay ? setTimeout(done, delay) : done(); } }); w.on('finish', () => console.log(name, 'finish')).on('drain', () => console.log(name, 'drain')); return w; };
const r = Readable.from([1, 2, 3, 4]);
const fast = sink('fast', 0), slow = sink('slow', 20), late = sink('late', 0);
r.pipe(fast); r.pipe(slow);
console.log(r.listenerCount('data'), r._readableState.pipes.length);
r.on('end', () => console.log('end'));
let drains = 0;
slow.on('drain', () => { if (++drains === 2) { r.pipe(late); console.log('joined', r._readableState.pipes.length); } });
