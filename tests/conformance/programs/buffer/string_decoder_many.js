// Chunks cut anywhere, in every encoding that needs its neighbours.
const { StringDecoder } = require('string_decoder');
let state = 4711;
const random = (n) => { state = (state * 1103515245 + 12345) % 2147483648; return Math.floor(state / 65536) % n; };
const whole = [Buffer.from('aé€😀ñz'), Buffer.from('e282f09f98c3ff80edA0bd', 'hex'), Buffer.from('a😀€', 'utf16le'), Buffer.from('00d83dd83dde61', 'hex')];
for (const encoding of ['utf8', 'utf16le', 'base64', 'base64url', 'hex', 'latin1', 'ascii']) {
  for (const bytes of whole) {
    for (let round = 0; round < 6; round++) {
      const decoder = new StringDecoder(encoding);
      const texts = [];
      for (let at = 0; at < bytes.length;) {
        const size = 1 + random(4);
        texts.push(decoder.write(bytes.subarray(at, at + size)));
        texts.push(decoder.lastNeed, decoder.lastTotal);
        at += size;
      }
      texts.push(decoder.end());
      console.log(encoding, bytes.toString('hex'), JSON.stringify(texts));
    }
  }
}
const d = new StringDecoder();
console.log(d.encoding, d.write('text'), d.write(new Uint16Array([0x6261])), d.write(new DataView(new Uint8Array([99]).buffer)), d.lastChar, d.end(), new StringDecoder('UCS-2').encoding);
for (const run of [() => new StringDecoder('nope'), () => d.write(5), () => d.write(null), () => StringDecoder.prototype.write.call({}, Buffer.alloc(1))]) {
  try { console.log(run()); } catch (e) { console.log(e.name, e.code, e.message); }
}
