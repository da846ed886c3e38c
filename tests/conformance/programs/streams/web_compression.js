// CompressionStream and DecompressionStream, TextEncoderStream and TextDecoderStream, in chains.
(async () => {
  const text = 'web streams compress, too: é€😀 '.repeat(20);
  const from = (x) => new ReadableStream({ start(c) { c.enqueue(x); c.close(); } });
  const collect = async (s) => { let all = ''; for await (const x of s) all += x; return all; };
  for (const format of ['gzip', 'deflate', 'deflate-raw']) {
    const there = from(text).pipeThrough(new TextEncoderStream()).pipeThrough(new CompressionStream(format));
    console.log(format, (await collect(there.pipeThrough(new DecompressionStream(format)).pipeThrough(new TextDecoderStream()))) === text);
  }
  for (const bad of ['zip', undefined, 5]) try { new CompressionStream(bad); console.log('taken'); } catch (error) { console.log(error.name, error.code, error.message); }
  await collect(from(new Uint8Array([1, 2, 3])).pipeThrough(new DecompressionStream('gzip'))).then((x) => console.log('gives', x), (error) => console.log(error.name, error.code));
  console.log(new CompressionStream('gzip'), new TextEncoderStream().encoding, new TextDecoderStream().encoding);
  const split = new TextEncoderStream(); const w = split.writable.getWriter(); w.write('\ud83d'); w.write('\ude00'); w.write('\ud800'); w.close(); const parts = []; for await (const x of split.readable) parts.push([...x]); console.log(parts);
})();
