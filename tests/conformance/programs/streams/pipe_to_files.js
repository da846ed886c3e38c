// Compressing into a file, out of it, through web streams and back.
const fs = require('fs'), zlib = require('zlib');
const { pipeline } = require('stream/promises');
const { Readable, Writable } = require('stream');
(async () => {
  await pipeline(Readable.from(['line one\n', 'line two\n']), zlib.createGzip(), fs.createWriteStream('packed'));
  console.log(zlib.gunzipSync(fs.readFileSync('packed')).toString());
  await pipeline(fs.createReadStream('packed'), zlib.createGunzip(), fs.createWriteStream('plain')); console.log(fs.readFileSync('plain', 'utf8'));
  await Readable.toWeb(fs.createReadStream('plain')).pipeThrough(new TransformStream({ transform(chunk, c) { c.enqueue(Buffer.from(String(Buffer.from(chunk)).toUpperCase())); } })).pipeTo(Writable.toWeb(fs.createWriteStream('upper'))); console.log(fs.readFileSync('upper', 'utf8'));
  await fs.promises.writeFile('by web', new ReadableStream({ start(c) { c.enqueue('from a web stream'); c.close(); } })); console.log(fs.readFileSync('by web', 'utf8'));
  await pipeline(new ReadableStream({ start(c) { c.enqueue('web source'); c.close(); } }), fs.createWriteStream('mixed')); console.log(fs.readFileSync('mixed', 'utf8'));
  const got = []; await pipeline(fs.createReadStream('mixed', 'utf8'), new WritableStream({ write(x) { got.push(x); } })); console.log(got);
  await pipeline(fs.createReadStream('mixed'), new TransformStream({ transform(x, c) { c.enqueue(String(Buffer.from(x)).length + ''); } }), async (source) => { for await (const x of source) console.log(x); });
})();
