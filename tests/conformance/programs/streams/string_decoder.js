// StringDecoder by hand as streams use it: each encoding cut everywhere.
const { StringDecoder } = require('string_decoder');
const text = 'aé€😀\u0000z\ud800b';
for (const encoding of ['utf8', 'utf16le', 'base64', 'base64url', 'hex', 'latin1', 'ascii']) {
  const bytes = Buffer.from(encoding === 'utf16le' ? Buffer.from(text, 'utf16le') : Buffer.from(text));
  for (const size of [1, 2, 3, 5]) {
    const decoder = new StringDecoder(encoding);
    const parts = [];
    for (let i = 0; i < bytes.length; i += size) parts.push(decoder.write(bytes.subarray(i, i + size)));
    const end = decoder.end();
    console.log(encoding, size, JSON.stringify(parts), JSON.stringify(end), parts.join('') + end === bytes.toString(encoding));
  }
}
const d = new StringDecoder();
for (const bytes of [[0xff], [0xc3], [0x28], [0xe2, 0x28, 0xa1], [0xf0, 0x9f], [0x98], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xc0, 0xaf], [0xe2], [0x82], [0xe2, 0x82, 0xac]]) console.log(JSON.stringify(d.write(Buffer.from(bytes))), d.lastNeed, d.lastTotal);
console.log(JSON.stringify(d.end()), JSON.stringify(d.end(Buffer.from([0xe2]))), JSON.stringify(d.write('a string')), JSON.stringify(d.write(new Uint16Array([0x6161]))));
for (const bad of [() => new StringDecoder('bad'), () => d.write(5), () => d.write(null), () => new StringDecoder(null).encoding, () => new StringDecoder('UCS-2').encoding, () => new StringDecoder('binary').encoding]) try { console.log(bad()); } catch (error) { console.log(error.name, error.code, error.message); }
console.log(d.encoding, d.lastChar, Object.keys(d));
