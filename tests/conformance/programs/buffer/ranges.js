// Ranges of toString, slice, write, copy and compare, sensible or not.
const b = Buffer.from('abcdefgh');
const ends = [undefined, 0, 3, 8, 9, -1, -3, 2.7, NaN, '4', null, Infinity, -Infinity];
for (const start of ends) {
  for (const end of ends) {
    console.log(start, end, b.toString('latin1', start, end), b.subarray(start, end).toString(), b.slice(start, end).length);
  }
}
const attempt = (name, run) => { try { console.log(name, run()); } catch (e) { console.log(name, e.name, e.code, e.message); } };
for (const at of [-1, 0, 3, 4, 5, 1.5, NaN, '1', Infinity]) {
  attempt(`write ${at}`, () => { const t = Buffer.alloc(4); return [t.write('xyz', at), t]; });
  attempt(`write length ${at}`, () => { const t = Buffer.alloc(4); return [t.write('xyz', 0, at), t]; });
  attempt(`hexWrite ${at}`, () => { const t = Buffer.alloc(4); return [t.hexWrite('aabbcc', at), t]; });
  attempt(`utf8Write ${at}`, () => { const t = Buffer.alloc(4); return [t.utf8Write('x€', at), t]; });
  attempt(`latin1Write ${at}`, () => { const t = Buffer.alloc(4); return [t.latin1Write('xyz', 1, at), t]; });
  attempt(`utf8Slice ${at}`, () => Buffer.from('wxyz').utf8Slice(at));
  attempt(`hexSlice end ${at}`, () => Buffer.from('wxyz').hexSlice(0, at));
  attempt(`copy ${at}`, () => { const t = Buffer.alloc(4); return [Buffer.from('wxyz').copy(t, at), t]; });
  attempt(`copy from ${at}`, () => { const t = Buffer.alloc(4); return [Buffer.from('wxyz').copy(t, 0, at), t]; });
  attempt(`copy to ${at}`, () => { const t = Buffer.alloc(4); return [Buffer.from('wxyz').copy(t, 0, 0, at), t]; });
  attempt(`compare ${at}`, () => Buffer.from('wxyz').compare(Buffer.from('wxy'), at));
  attempt(`compare source ${at}`, () => Buffer.from('wxyz').compare(Buffer.from('wxy'), 0, 3, at));
  attempt(`fill ${at}`, () => Buffer.alloc(4).fill('ab', at));
  attempt(`fill to ${at}`, () => Buffer.alloc(4).fill('ab', 0, at));
  attempt(`alloc ${at}`, () => Buffer.alloc(at).length);
  attempt(`readInt16LE ${at}`, () => Buffer.from('wxyz').readInt16LE(at));
}
attempt('not a string', () => Buffer.alloc(3).write(5));
attempt('not a buffer', () => Buffer.prototype.utf8Slice.call({}, 0, 1));
attempt('not a buffer', () => Buffer.prototype.toString.call([1, 2]));
const o = Buffer.from('0123456789');
console.log(o.copy(o, 2, 0, 6), o.toString(), o.copyWithin(0, 5).toString());
