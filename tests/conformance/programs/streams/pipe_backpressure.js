// A fast source and a slow sink: who waits for whom, and what lies between.
const { Readable, Writable } = require('stream');
let n = 0;
const r = new Readable({ highWaterMark: 4, read(size) { n++; console.log('read', n, 'ahead', this.readableLength); this.push(n > 5 ? null : Buffer.alloc(3, 48 + n)); } });
const w = new Writable({ highWaterMark: 5, write(chunk, e, done) { console.log('write', String(chunk), 'waiting', this.writableLength, 'source', r.readableLength, r.isPaused()); setTimeout(done, 5); } });
w.on('drain', () => console.log('drain', r.isPaused()));
r.on('pause', () => console.log('pause')).on('resume', () => console.log('resume')).on('end', () => console.log('end'));
w.on('finish', () => console.log('finish'));
r.pipe(w);
