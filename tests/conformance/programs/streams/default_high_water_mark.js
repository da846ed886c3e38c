// getDefaultHighWaterMark and setDefaultHighWaterMark, and who takes them.
const stream = require('stream');
const { Readable, Writable, Transform } = stream;
const marks = () => [new Readable().readableHighWaterMark, new Writable().writableHighWaterMark, new Readable({ objectMode: true }).readableHighWaterMark, new Transform().writableHighWaterMark, new Transform({ readableObjectMode: true }).readableHighWaterMark];
console.log(typeof stream.getDefaultHighWaterMark, marks());
if (stream.getDefaultHighWaterMark) {
  console.log(stream.getDefaultHighWaterMark(false), stream.getDefaultHighWaterMark(true));
  stream.setDefaultHighWaterMark(false, 100); stream.setDefaultHighWaterMark(true, 3);
  console.log(stream.getDefaultHighWaterMark(false), stream.getDefaultHighWaterMark(true), marks());
  for (const bad of [-1, 1.5, 'x', null, NaN, undefined]) try { stream.setDefaultHighWaterMark(false, bad); console.log('taken', bad); } catch (error) { console.log(error.name, error.code, error.message); }
  console.log(Readable.from([1]).readableHighWaterMark, Readable.from('x').readableHighWaterMark);
}
