// fill and alloc with every kind of pattern.
const show = (run) => { try { return run(); } catch (e) { return `${e.name} ${e.code} ${e.message}`; } };
const values = ['a', 'ab', 'é', '€', '', 'abc', 'zz', 'YQ', 'YWI=', 0, 1.7, 255, 256, -1, NaN, true, null, {}, [], Buffer.from('xy'), Buffer.alloc(0), new Uint16Array([0x102, 3]), new Float64Array([1])];
for (const value of values) {
  for (const encoding of [undefined, 'utf8', 'hex', 'base64', 'latin1', 'ucs2', 'ascii', 'UCS-2', 'nope', 5]) {
    console.log(value, encoding, show(() => Buffer.alloc(7).fill(value, encoding)), show(() => Buffer.alloc(7, value, encoding)), show(() => Buffer.alloc(7).fill(value, 2, 5, encoding)));
  }
}
console.log(show(() => Buffer.alloc(5).fill('a', 3, 2)), show(() => Buffer.alloc(5).fill('a', 0, 6)), show(() => Buffer.alloc(5).fill('ab', 5)));
