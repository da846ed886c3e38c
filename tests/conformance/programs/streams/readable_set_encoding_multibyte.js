// setEncoding() with characters split over chunks.
const { Readable } = require('stream');
const text = 'aé€😀z';
const bytes = Buffer.from(text);
for (const size of [1, 2, 3]) {
  const r = new Readable({ read() {} });
  r.setEncoding('utf8');
  const got = [];
  r.on('data', (chunk) => got.push(chunk)).on('end', () => console.log(size, got, got.join('') === text));
  for (let i = 0; i < bytes.length; i += size) r.push(bytes.subarray(i, i + size));
  r.push(null);
}
const cut = new Readable({ read() {}, encoding: 'utf8' });
cut.push(bytes.subarray(0, 5));
console.log(cut.readableLength, cut.readableEncoding);
cut.push(null);
cut.on('data', (chunk) => console.log('cut', JSON.stringify(chunk))).on('end', () => console.log('cut end'));
const late = new Readable({ read() {} });
late.push(bytes.subarray(0, 2)); late.push(bytes.subarray(2, 7));
console.log(late.readableLength, late.setEncoding('utf8') === late, late.readableLength, late.readableEncoding);
late.push(bytes.subarray(7)); late.push(null);
late.on('data', (chunk) => console.log('late', JSON.stringify(chunk)));
for (const encoding of ['hex', 'base64', 'utf16le', 'latin1', 'ascii', 'ucs2', 'base64url', 'UTF-8']) {
  const r = new Readable({ read() {} }).setEncoding(encoding);
  const got = [r.readableEncoding];
  r.on('data', (chunk) => got.push(chunk)).on('end', () => console.log(encoding, got));
  for (let i = 0; i < bytes.length; i += 4) r.push(bytes.subarray(i, i + 4));
  r.push(null);
}
try { new Readable().setEncoding('nonsense'); } catch (error) { console.log(error.name, error.code, error.message); }
