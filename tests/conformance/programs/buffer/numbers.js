// Integers and floats at offsets.
const b = Buffer.alloc(16);
b.writeUInt16BE(0x1234, 0); b.writeInt32LE(-2, 2); b.writeDoubleBE(1.5, 8); b.writeUInt8(255, 7);
console.log(b, b.readUInt16LE(0), b.readInt32LE(2), b.readDoubleBE(8), b.readInt8(7), b.readUIntBE(0, 3));
try { b.readUInt32BE(14); } catch (e) { console.log(e.name, e.code, e.message); }
try { b.writeUInt8(256, 0); } catch (e) { console.log(e.name, e.code, e.message); }
console.log(b.readBigUInt64LE(0), b.writeBigInt64BE(-1n, 0));
