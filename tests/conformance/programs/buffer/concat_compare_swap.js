// concat with lengths, compare, equals, swaps, conversions between views.
const show = (run) => { try { return run(); } catch (e) { return `${e.name} ${e.code} ${e.message}`; } };
const [a, b, c] = ['one', 'two', 'three'].map((s) => Buffer.from(s));
for (const length of [undefined, 0, 2, 4, 11, 14, -1, 1.5, '3']) console.log(length, show(() => Buffer.concat([a, b, c], length)));
console.log(show(() => Buffer.concat([a, 'b'])), show(() => Buffer.concat(a)), Buffer.concat([]), Buffer.concat([new Uint8Array([1]), a]));
const order = [c, b, a, Buffer.from('on'), Buffer.from('onee'), Buffer.alloc(0)];
console.log(order.sort(Buffer.compare).map(String));
console.log(a.compare(b), b.compare(a), a.compare(a), a.equals(Buffer.from('one')), a.equals(new Uint8Array([111, 110, 101])), show(() => a.equals('one')), show(() => Buffer.compare(a, 'x')));
console.log(a.compare(Buffer.from('xoney'), 1, 4), a.compare(Buffer.from('xoney'), 1, 4, 0, 2), a.compare(b, 3), a.compare(b, 0, 0, 3));
for (const n of [16, 32, 64]) for (const size of [0, 8, 16, 64, 6, 9]) {
  const bytes = Buffer.from(Array.from({ length: size }, (_, i) => i));
  console.log(n, size, show(() => bytes[`swap${n}`]().toString('hex')));
}
const u16 = new Uint16Array([1, 2, 515]);
console.log(Buffer.from(u16), Buffer.from(u16.buffer), Buffer.from(u16.buffer, 2), Buffer.from(u16.buffer, 2, 2), show(() => Buffer.from(u16.buffer, 9)), show(() => Buffer.from(u16.buffer, 0, 9)));
console.log(Buffer.copyBytesFrom(u16), Buffer.copyBytesFrom(u16, 1), Buffer.copyBytesFrom(u16, 1, 1), show(() => Buffer.copyBytesFrom([1])));
console.log(Buffer.from({ length: 3, 0: 1, 2: 300 }), Buffer.from(new String('boxed')), Buffer.from({ [Symbol.toPrimitive]: () => 'primitive' }), Buffer.of(1, 2, 257), show(() => Buffer.from({})));
const shared = new SharedArrayBuffer(6);
const view = Buffer.from(shared);
console.log(view.write('shared'), view.toString(), Buffer.from(shared, 2, 2).toString('latin1'), view.fill('ab', 1, 4).toString(), view.indexOf('b'));
console.log(a.toJSON(), a.parent === a.buffer, a.offset === a.byteOffset, Buffer.poolSize, a.readUInt8.length, Object.keys(a), [...a.keys()], [...a.values()]);
console.log(Buffer.from('a').buffer === Buffer.from('b').buffer, Buffer.alloc(1).buffer.byteLength, Buffer.allocUnsafeSlow(3).length, require('buffer').constants, require('buffer').kMaxLength);
class Mine extends Buffer.prototype.constructor {}
console.log(a.subarray(1) instanceof Buffer, a.map((x) => x + 1) instanceof Buffer, a.filter((x) => x > 105).toString(), Uint8Array.prototype.slice.call(a, 1).toString());
