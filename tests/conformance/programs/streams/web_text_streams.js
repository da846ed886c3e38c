// TextDecoderStream and TextEncoderStream: characters cut over chunks, fatal, ignoreBOM, bad input.
(async () => {
  const run = async (name, chunks, ...args) => { const t = new TextDecoderStream(...args), w = t.writable.getWriter(); const feeding = (async () => { for (const c of chunks) await w.write(c); await w.close(); })().catch((error) => console.log(name, 'write', error.name, error.code)); const got = []; try { for await (const x of t.readable) got.push(x); } catch (error) { console.log(name, 'read', error.name, error.code); } await feeding; console.log(name, got, t.encoding, t.fatal, t.ignoreBOM); };
  const bytes = new TextEncoder().encode('aé€😀');
  await run('cut', [...bytes].map((b) => new Uint8Array([b])));
  await run('end cut', [bytes.subarray(0, 4)]); await run('fatal', [new Uint8Array([0x61, 0xff])], 'utf-8', { fatal: true }); await run('fatal end', [bytes.subarray(0, 2)], 'utf-8', { fatal: true });
  await run('bom', [new Uint8Array([0xef, 0xbb]), new Uint8Array([0xbf, 0x61])]); await run('kept bom', [new Uint8Array([0xef, 0xbb, 0xbf, 0x61])], 'utf-8', { ignoreBOM: true });
  await run('utf-16', [new Uint8Array([0x61]), new Uint8Array([0, 0x3d, 0xd8, 0]), new Uint8Array([0xde])], 'utf-16le');
  await run('buffers', [bytes.buffer, new DataView(new ArrayBuffer(1)), new Uint16Array([0x6161])]); await run('string', ['text']);
  try { new TextDecoderStream('nonsense'); } catch (error) { console.log(error.name, error.code); }
  const e = new TextEncoderStream(), w = e.writable.getWriter(); (async () => { for (const x of ['a', 5, null, { toString: () => 'object' }, '\ud83d', '\ude00']) await w.write(x); await w.close(); })(); const out = []; for await (const x of e.readable) out.push(Buffer.from(x).toString()); console.log(out);
})();
