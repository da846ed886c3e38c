// How far a stream reads ahead with different high-water marks.
const { Readable } = require('stream');
for (const [highWaterMark, objectMode] of [[1, false], [5, false], [16, false], [undefined, false], [1, true], [4, true], [undefined, true]]) {
  let reads = 0;
  const sizes = new Set();
  const r = new Readable({ highWaterMark, objectMode, read(size) { reads++; sizes.add(size); this.push(objectMode ? { reads } : 'abc'); } });
  r.on('readable', () => {});
  setImmediate(() => {
    console.log(highWaterMark, objectMode, 'reads', reads, 'sizes', [...sizes], 'length', r.readableLength, 'mark', r.readableHighWaterMark);
    r.read();
    setImmediate(() => { console.log('then', reads, r.readableLength); r.destroy(); });
  });
}
for (const bad of [-1, 1.5, NaN, '5', '', null, true, {}, Infinity, '0x10', 2 ** 53]) {
  try { console.log(bad, new Readable({ highWaterMark: bad }).readableHighWaterMark); } catch (error) { console.log(bad, error.code, error.message); }
}
for (const options of [{ readableHighWaterMark: 3 }, { writableHighWaterMark: 3 }, { highWaterMark: 7, readableHighWaterMark: 3 }, { readableObjectMode: true }]) {
  const { Duplex } = require('stream');
  const d = new Duplex(options);
  console.log(options, d.readableHighWaterMark, d.writableHighWaterMark, d.readableObjectMode, d.writableObjectMode);
}
