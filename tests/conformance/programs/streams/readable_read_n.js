// read(n) over chunk borders, at the end, with an encoding, in object mode.
const { Readable } = require('stream');
const r = new Readable({ read() {} });
for (const chunk of ['abc', 'defg', 'h', 'ij']) r.push(chunk);
console.log(String(r.read(2)), String(r.read(1)), String(r.read(5)), r.readableLength);
console.log(r.read(3), r.read(0), r.read(-1), r.read(NaN) && 'NaN gives all', r.readableLength);
const s = new Readable({ read() {}, encoding: 'utf8' });
s.push('äöü'); s.push('xyz');
console.log(s.read(1), s.read(3), s.read(9), s.readableLength);
s.push(null);
console.log(s.read(9), s.read(9));
const o = new Readable({ objectMode: true, read() {} });
o.push({ a: 1 }); o.push({ b: 2 });
console.log(o.read(2), o.read(0), o.read(1), o.read(1));
const big = new Readable({ highWaterMark: 4, read(size) { console.log('asked for', size); } });
big.push('ab');
console.log(big.read(10), big.readableHighWaterMark);
console.log(big.read(100), big.readableHighWaterMark);
for (const bad of ['3', 2.7, 2 ** 30 + 1, undefined, null]) {
  const x = new Readable({ read() {} });
  x.push('abcdef');
  try { console.log(bad, String(x.read(bad)), x.readableHighWaterMark); } catch (error) { console.log(bad, error.code, error.message); }
}
