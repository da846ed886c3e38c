// A file of 600 KiB through streams: sizes of chunks, their number, backpressure, and the same bytes at the end.
const fs = require('fs');
const { pipeline } = require('stream/promises');
const { Writable } = require('stream');
(async () => {
  for (const highWaterMark of [undefined, 100000, 16384]) {
    const sizes = new Map(); let total = 0;
    for await (const chunk of fs.createReadStream('big.bin', { highWaterMark })) { sizes.set(chunk.length, (sizes.get(chunk.length) ?? 0) + 1); total += chunk.length; }
    console.log(highWaterMark, sizes, total);
  }
  let most = 0; const slow = new Writable({ highWaterMark: 70000, write(chunk, e, done) { most = Math.max(most, slow.writableLength); setImmediate(done); } });
  const source = fs.createReadStream('big.bin'); let pauses = 0; source.on('pause', () => pauses++);
  await pipeline(source, slow); console.log(most, pauses > 2, source.bytesRead);
  await pipeline(fs.createReadStream('big.bin', { highWaterMark: 5000 }), fs.createWriteStream('copy', { highWaterMark: 3000 }));
  console.log(fs.readFileSync('copy').equals(fs.readFileSync('big.bin')));
  let text = ''; for await (const c of fs.createReadStream('big.bin', { start: 1020, end: 1030, encoding: 'latin1', highWaterMark: 3 })) text += `${c}|`; console.log(text);
})();
