// Errors of files' streams: missing, a folder, no permission to write on it, own fs, failing in the middle.
const fs = require('fs');
const watch = (name, s) => new Promise((resolve) => { for (const event of ['open', 'data', 'finish', 'end', 'error', 'close']) s.on(event, (x) => { console.log(name, event, event === 'error' ? `${x.code} ${x.syscall} ${x.message}` : event === 'open' ? typeof x : x ?? ''); if (event === 'close') resolve(); }); });
(async () => {
  await watch('missing', fs.createReadStream('nope'));
  await watch('folder', fs.createReadStream('folder'));
  await watch('write into folder', fs.createWriteStream('folder'));
  await watch('no folder', fs.createWriteStream('no/such'));
  const w = fs.createWriteStream('no/such'); w.write('x', (error) => console.log('callback', error.code)); w.end('y', (error) => console.log('end callback', error.code)); await watch('with writes', w);
  const own = { open: (p, f, m, done) => process.nextTick(done, null, 99), close: (fd, done) => { console.log('own close', fd); process.nextTick(done, null); }, read: (fd, buffer, at, length, position, done) => { console.log('own read', fd, at, length, position); if (!own.count) { own.count = 1; buffer.write('fake', at); process.nextTick(done, null, 4, buffer); } else process.nextTick(done, new Error('own failure')); } };
  await watch('own fs', fs.createReadStream('anything', { fs: own, encoding: 'utf8', highWaterMark: 8 }));
  const closed = fs.openSync('hello.txt', 'r'); fs.closeSync(closed);
  await watch('closed fd', fs.createReadStream(null, { fd: closed }));
  const writeOwn = { open: (p, f, m, done) => process.nextTick(done, null, 98), close: (fd, done) => process.nextTick(done, null), write: (fd, buffer, at, length, position, done) => { console.log('own write', String(buffer), at, length, position); process.nextTick(done, null, Math.min(length, 2), buffer); } };
  const slow = fs.createWriteStream('x', { fs: writeOwn }); slow.end('abcde'); await watch('short writes', slow);
})();
