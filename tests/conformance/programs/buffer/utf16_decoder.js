// UTF-16 through TextDecoder.
const show = (run) => { try { return JSON.stringify(run()); } catch (e) { return `${e.name} ${e.code} ${e.message}`; } };
const samples = ['6100', 'fffe6100', 'feff0061', '00d8', '00d861', '00d86100', '3dd800de', '00dc6100', '61', '', '3dd8'];
for (const label of ['utf-16le', 'utf-16', 'utf-16be']) {
  for (const options of [{}, { fatal: true }, { ignoreBOM: true }]) {
    for (const hex of samples) console.log(label, options, hex, show(() => new TextDecoder(label, options).decode(Buffer.from(hex, 'hex'))));
  }
  const bytes = Buffer.from('fffe61003dd800de20acff', 'hex');
  for (const size of [1, 2, 3]) {
    const decoder = new TextDecoder(label);
    const texts = [];
    for (let at = 0; at < bytes.length; at += size) texts.push(decoder.decode(bytes.subarray(at, at + size), { stream: true }));
    texts.push(decoder.decode());
    console.log(label, size, JSON.stringify(texts), decoder.encoding);
  }
}
