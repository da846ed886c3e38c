// Serializer and Deserializer by hand: parts, host objects, errors of one's own.
const v8 = require('v8');
const t = (name, f) => { try { console.log(name, f()); } catch (e) { console.log(name, '!', e.name, e.message); } };
const s = new v8.Serializer();
console.log([s.writeHeader(), s.writeValue({ a: 1 }), s.writeUint32(300), s.writeUint64(1, 2), s.writeDouble(1.5), s.writeRawBytes(Buffer.from('hi'))]);
const bytes = s.releaseBuffer();
console.log(bytes.toString('hex'), bytes.constructor.name);
const r = new v8.Deserializer(bytes);
for (const [name, ...rest] of [['readHeader'], ['getWireFormatVersion'], ['readValue'], ['readUint32'], ['readUint64'], ['readDouble'], ['readRawBytes', 2], ['readRawBytes', 1], ['readUint32'], ['readUint64'], ['readDouble'], ['readValue']]) t(name, () => r[name](...rest));
console.log(Object.keys(r), r.buffer === bytes);
class Writer extends v8.Serializer {
  _writeHostObject(object) { console.log('host', object); this.writeUint32(7); }
  _getDataCloneError(message) { return new RangeError(`mine: ${message}`); }
}
t('host', () => { const w = new Writer(); w._setTreatArrayBufferViewsAsHostObjects(true); w.writeValue({ x: new Uint8Array(1), y: 1 }); return w.releaseBuffer().toString('hex'); });
t('refused', () => new Writer().writeValue([() => {}]));
t('no host', () => { const w = new v8.Serializer(); w._setTreatArrayBufferViewsAsHostObjects(true); w.writeValue(new Uint8Array(1)); });
class Reader extends v8.Deserializer { _readHostObject() { return { number: this.readUint32() }; } }
t('read', () => new Reader(Buffer.from('5c07', 'hex')).readValue());
t('no reader', () => new v8.Deserializer(Buffer.from('5c07', 'hex')).readValue());
t('twice', () => { const w = new v8.Serializer(); const o = {}; w.writeValue(o); w.writeValue(o); w.writeValue([o]); return w.releaseBuffer().toString('hex'); });
console.log(Object.getOwnPropertyNames(v8.Serializer.prototype), Object.getOwnPropertyNames(v8.Deserializer.prototype));
