// Brotli in a pipeline, there and back.
const zlib = require('zlib');
const { pipeline } = require('stream/promises');
const { Readable } = require('stream');
(async () => {
  const text = 'a text that is said again; '.repeat(50);
  console.log(typeof zlib.createBrotliCompress, typeof zlib.createZstdCompress);
  const result = await pipeline(Readable.from(text.match(/.{1,100}/gs)), zlib.createBrotliCompress(), zlib.createBrotliDecompress(), async (source) => { let all = ''; for await (const c of source) all += c; return all; });
  console.log(result === text);
})().catch((error) => console.log(error.name, error.code, error.message));
