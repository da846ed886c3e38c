// slice shares memory; Uint8Array.prototype.slice does not.
const a = Buffer.from('abcdef');
const s = a.subarray(1, 4); s[0] = 0x78;
console.log(a.toString(), s.toString());
const c = Buffer.from(a); c[0] = 0x7a; console.log(a.toString(), c.toString());
console.log(a.copy(c, 2, 0, 2), c.toString(), a.equals(c), Buffer.compare(Buffer.from('a'), Buffer.from('b')));
