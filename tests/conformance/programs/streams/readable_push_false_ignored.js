// push() returns false at the mark, and what is pushed all the same is kept.
const { Readable } = require('stream');
const r = new Readable({ highWaterMark: 4, read() {} });
const said = [];
for (let i = 0; i < 6; i++) said.push([r.push(Buffer.alloc(i, 97 + i)), r.readableLength]);
console.log(said);
console.log(r.read(3), r.readableLength, r.read(0), r.read(100), r.readableLength);
r.push(null);
console.log(r.read(100)?.toString(), r.readableLength, r.read());
r.on('end', () => console.log('end'));
const o = new Readable({ objectMode: true, highWaterMark: 2, read() {} });
console.log(o.push(1), o.push(2), o.push(''), o.push(0), o.push(false), o.push(undefined), o.readableLength);
console.log(o.read(), o.read(5), o.read(), o.read(), o.read(), o.read(), o.read());
