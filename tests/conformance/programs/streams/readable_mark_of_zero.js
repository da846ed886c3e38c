// highWaterMark: 0 reads only on demand, and push always says false.
const { Readable } = require('stream');
let n = 0;
const r = new Readable({ highWaterMark: 0, read(size) { console.log('read', size); console.log('pushed', this.push(n < 3 ? `${n++}` : null)); } });
r.on('readable', () => { console.log('readable', r.readableLength); let c; while ((c = r.read()) !== null) console.log('got', c.toString()); console.log('null', r.readableLength); });
r.on('end', () => console.log('end')).on('close', () => console.log('close'));
setImmediate(() => console.log('immediate', n));
const f = new Readable({ highWaterMark: 0, objectMode: true, read() { setImmediate(() => this.push(n < 6 ? n++ : null)); } });
r.on('close', () => f.on('data', (d) => console.log('flowing', d)).on('end', () => console.log('flowing end')));
