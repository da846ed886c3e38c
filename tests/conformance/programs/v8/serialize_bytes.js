// V8's wire format: buffers and views, by Node's default classes and by V8's own.
const v8 = require('v8');
const hex = (...values) => { for (const value of values) console.log(v8.serialize(value).toString('hex')); };
hex(Buffer.from('abc'), Buffer.alloc(0), new Uint8Array([1, 2]), new Int16Array([-1, 2]), new Float64Array([1.5]), new BigInt64Array([-1n]), new Uint8ClampedArray([300]), new Uint8Array([1, 2, 3]).subarray(1));
hex(new Uint8Array([1, 2]).buffer, new ArrayBuffer(0), new DataView(new ArrayBuffer(3), 1), new ArrayBuffer(4, { maxByteLength: 8 }), { b: Buffer.from('x'), c: [new Uint32Array(1)] });
for (const value of [Buffer.from('abc'), new Uint8Array([1, 2]), new Float64Array([1.5, 2]), new DataView(new ArrayBuffer(3), 1), new Uint8Array([9]).buffer]) {
  const copy = v8.deserialize(v8.serialize(value));
  console.log(copy.constructor.name, copy.byteLength, Buffer.isBuffer(copy), copy instanceof ArrayBuffer ? copy : [...Buffer.from(copy.buffer, copy.byteOffset, copy.byteLength)]);
}
const raw = (value) => { const s = new v8.Serializer(); s.writeHeader(); s.writeValue(value); return s.releaseBuffer(); };
const bytes = new Uint8Array([1, 2, 3, 4]);
for (const value of [bytes, new Uint16Array([1, 2]), [bytes, bytes.buffer, new DataView(bytes.buffer, 1, 2), bytes]]) {
  const written = raw(value);
  console.log(written.toString('hex'));
  const d = new v8.Deserializer(written);
  d.readHeader();
  console.log(d.readValue());
}
const buffer = new ArrayBuffer(2);
const s = new v8.Serializer(); s.transferArrayBuffer(3, buffer); s.writeHeader(); s.writeValue({ buffer });
const written = s.releaseBuffer();
const d = new v8.Deserializer(written); d.readHeader(); d.transferArrayBuffer(3, buffer);
console.log(written.toString('hex'), d.readValue().buffer === buffer);
