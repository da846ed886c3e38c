// writev() takes what gathered while the first write was under way; allBuffers, errors.
const { Writable } = require('stream');
const w = new Writable({
  highWaterMark: 3,
  write(chunk, encoding, done) { console.log('write', String(chunk)); setImmediate(done); },
  writev(chunks, done) { console.log('writev', chunks.length, chunks.allBuffers, chunks.map((c) => `${String(c.chunk)}/${c.encoding}`)); setImmediate(done); },
});
for (let i = 0; i < 5; i++) console.log(w.write(`c${i}`, () => console.log('callback', i)));
w.on('drain', () => console.log('drain')).on('finish', () => { console.log('finish'); next(); });
w.once('drain', () => { w.write('single'); w.end(); });
function next() {
  const s = new Writable({ decodeStrings: false, writev(chunks, done) { console.log('only writev', chunks.length, chunks.allBuffers, chunks.map((c) => [typeof c.chunk, c.encoding])); setImmediate(done); } });
  s.write('a'); s.write('b', 'hex'); s.write(Buffer.from('c')); s.end();
  s.on('finish', () => {
    const f = new Writable({ writev(chunks, done) { console.log('failing', chunks.length); process.nextTick(done, new Error('writev failed')); } });
    f.cork(); for (const x of [1, 2, 3]) f.write(String(x), (error) => console.log('callback', x, error?.message)); f.uncork();
    f.on('error', (error) => console.log('error', error.message)).on('close', () => console.log('close', f.writableLength));
  });
}
