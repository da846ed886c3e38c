// TextDecoder fed in pieces, with and without its byte order mark; encodeInto; single-byte encodings.
const pieces = (bytes, size) => Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size));
const text = Buffer.from('\ufeffaé€😀\ufeffz');
for (const options of [{}, { ignoreBOM: true }, { fatal: true }, { fatal: true, ignoreBOM: true }]) {
  for (const size of [1, 2, 3, 5]) {
    const decoder = new TextDecoder('utf-8', options);
    console.log(size, options, JSON.stringify(pieces(text, size).map((piece) => decoder.decode(piece, { stream: true })).concat(decoder.decode())), JSON.stringify(decoder.decode(text)));
  }
}
const show = (run) => { try { return run(); } catch (e) { return `${e.name} ${e.code} ${e.message}`; } };
for (const label of ['utf-8', 'UTF8', ' utf8\n', 'latin1', 'ascii', 'windows-1252', 'iso-8859-2', 'koi8-r', 'ibm866', 'macintosh', 'x-user-defined', 'iso-8859-8-i', 'nope', '']) {
  console.log(label, show(() => { const d = new TextDecoder(label); return [d.encoding, d.fatal, d.ignoreBOM, d.decode(new Uint8Array([0x41, 0x80, 0xa4, 0xe9, 0xff]))]; }));
}
console.log(show(() => new TextDecoder('iso-8859-6', { fatal: true }).decode(new Uint8Array([0xff]))));
console.log(show(() => new TextDecoder().decode(5)), show(() => new TextDecoder().decode('x')), JSON.stringify(new TextDecoder().decode()), new TextDecoder().decode(new Uint8Array([97]).buffer), new TextDecoder().decode(new DataView(new Uint8Array([98]).buffer)));
for (let size = 0; size < 9; size++) {
  const target = new Uint8Array(size);
  console.log(size, new TextEncoder().encodeInto('a€😀\ud800', target), target);
}
console.log(new TextEncoder().encode(), new TextEncoder().encode('\udc00€'), new TextEncoder().encode(5), show(() => new TextEncoder().encodeInto(5, new Uint8Array(1))), show(() => new TextEncoder().encodeInto('x', [])));
