// buffer.transcode between the encodings that it knows.
const { transcode } = require('buffer');
const show = (run) => { try { return run(); } catch (e) { return `${e.name} ${e.code} ${e.errno} ${e.message}`; } };
const encodings = ['utf8', 'ucs2', 'utf16le', 'latin1', 'binary', 'ascii', 'hex', 'base64', 'nope'];
for (const from of encodings) for (const to of encodings) {
  for (const hex of ['6162', 'e282ace9', 'c3a941', 'e9', 'ac204100', '00d8', '3dd800de', '', 'ff']) {
    console.log(from, to, hex, show(() => transcode(Buffer.from(hex, 'hex'), from, to)));
  }
}
console.log(show(() => transcode('x', 'utf8', 'ucs2')), transcode(new Uint8Array([0x61]), 'utf8', 'ucs2'));
