// gzip → gunzip and their kin in pipelines, with objects of many chunks.
const zlib = require('zlib');
const { pipeline } = require('stream/promises');
const { Readable } = require('stream');
const text = Array.from({ length: 500 }, (_, i) => `row ${i}; `).join('');
const chunks = text.match(/.{1,100}/gs);
(async () => {
  for (const [pack, unpack] of [['createGzip', 'createGunzip'], ['createDeflate', 'createInflate'], ['createDeflateRaw', 'createInflateRaw'], ['createGzip', 'createUnzip']]) {
    const packer = zlib[pack](), unpacker = zlib[unpack]();
    const heard = { packer: [], unpacker: [] };
    for (const [name, s] of Object.entries({ packer, unpacker })) for (const event of ['prefinish', 'finish', 'end', 'close']) s.on(event, () => heard[name].push(event));
    let packed = 0; packer.on('data', (c) => { packed += c.length; });
    const result = await pipeline(Readable.from(chunks), packer, unpacker, async (source) => { let all = ''; for await (const c of source) all += c; return all; });
    console.log(pack, result === text, packed < text.length / 2, packer.bytesWritten, unpacker.bytesWritten === packed, heard);
  }
  await pipeline(Readable.from(['not gzip at all']), zlib.createGunzip(), async (source) => { for await (const c of source); }).catch((error) => console.log(error.name, error.code, error.errno, error.message));
  const cut = zlib.gzipSync(text).subarray(0, 100);
  await pipeline(Readable.from([cut]), zlib.createGunzip(), async (source) => { let n = 0; for await (const c of source) n += c.length; return n; }).then((n) => console.log('cut gives', n), (error) => console.log(error.code, error.message));
  const joined = Buffer.concat([zlib.gzipSync('first '), zlib.gzipSync('second')]);
  console.log(await pipeline(Readable.from([joined]), zlib.createGunzip(), async (source) => { let all = ''; for await (const c of source) all += c; return all; }));
})();
