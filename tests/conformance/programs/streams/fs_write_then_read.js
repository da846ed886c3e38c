// Written by a stream, read by streams: numbers of lines and bytes are the same; temp file removed.
const fs = require('fs'), path = require('path'), os = require('os');
const { pipeline } = require('stream/promises');
const { Readable, Transform } = require('stream');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'streams-'));
const file = path.join(folder, 'lines');
(async () => {
  const lines = Array.from({ length: 3000 }, (_, i) => `line ${i} ${'é'.repeat(i % 7)}\n`);
  await pipeline(Readable.from(lines), fs.createWriteStream(file));
  console.log(fs.statSync(file).size === Buffer.byteLength(lines.join('')));
  let count = 0, text = '';
  for await (const chunk of fs.createReadStream(file, { encoding: 'utf8', highWaterMark: 777 })) { count++; text += chunk; }
  console.log(count, text === lines.join(''));
  let sizes = [];
  for await (const chunk of fs.createReadStream(file)) sizes.push(chunk.length);
  console.log(sizes);
  await pipeline(fs.createReadStream(file), new Transform({ transform(c, e, done) { done(null, c.filter((b) => b === 10)); } }), fs.createWriteStream(file + '2'));
  console.log(fs.statSync(file + '2').size);
  fs.rmSync(folder, { recursive: true });
  await pipeline(fs.createReadStream(file), fs.createWriteStream('copy')).catch((error) => console.log(error.code, error.syscall));
})();
