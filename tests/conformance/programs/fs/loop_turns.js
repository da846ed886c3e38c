// How many turns of the event loop each call takes: one per job of the thread pool.
const { performance } = require('perf_hooks');
const fs = require('fs');
const fsp = fs.promises;
fs.writeFileSync('small', 'x'.repeat(100));
fs.writeFileSync('empty', '');
fs.writeFileSync('half', Buffer.alloc(512 * 1024));
fs.writeFileSync('more', Buffer.alloc(512 * 1024 + 1));
fs.writeFileSync('big', Buffer.alloc(2 * 1024 * 1024));
fs.writeFileSync('s200', Buffer.alloc(200 * 1024));
const turns = () => performance.nodeTiming.uvMetricsInfo.loopCount;
const cases = [
  ['stat', (cb) => fs.stat('small', cb)],
  ['lstat', (cb) => fs.lstat('small', cb)],
  ['access', (cb) => fs.access('small', cb)],
  ['exists', (cb) => fs.exists('small', cb)],
  ['readdir', (cb) => fs.readdir('.', cb)],
  ['copyFile', (cb) => fs.copyFile('small', 'copy', cb)],
  ['rename', (cb) => fs.rename('copy', 'copy2', cb)],
  ['unlink', (cb) => fs.unlink('copy2', cb)],
  ['realpath.native', (cb) => fs.realpath.native('small', cb)],
  ['mkdtemp', (cb) => fs.mkdtemp('tmp-', cb)],
  ['mkdir', (cb) => fs.mkdir('d', cb)],
  ['mkdir recursive there', (cb) => fs.mkdir('d', { recursive: true }, cb)],
  ['mkdir recursive 1', (cb) => fs.mkdir('e', { recursive: true }, cb)],
  ['mkdir recursive 3', (cb) => fs.mkdir('x/y/z', { recursive: true }, cb)],
  ['mkdir recursive 2 below', (cb) => fs.mkdir('x/y/a/b', { recursive: true }, cb)],
  ['rmdir', (cb) => fs.rmdir('d', cb)],
  ['rm', (cb) => fs.rm('empty2', { force: true }, cb)],
  ['truncate', (cb) => fs.truncate('s200', 200 * 1024, cb)],
  ['readFile empty', (cb) => fs.readFile('empty', cb)],
  ['readFile small', (cb) => fs.readFile('small', cb)],
  ['readFile 512 KiB', (cb) => fs.readFile('half', cb)],
  ['readFile 512 KiB + 1', (cb) => fs.readFile('more', cb)],
  ['readFile 2 MiB', (cb) => fs.readFile('big', cb)],
  ['readFile missing', (cb) => fs.readFile('nope', () => cb())],
  ['writeFile', (cb) => fs.writeFile('w', 'text', cb)],
  ['appendFile', (cb) => fs.appendFile('w', 'text', cb)],
  ['fsp.stat', (cb) => fsp.stat('small').then(() => cb())],
  ['fsp.readFile', (cb) => fsp.readFile('small').then(() => cb())],
  ['fsp.readFile empty', (cb) => fsp.readFile('empty').then(() => cb())],
  ['fsp.readFile 512 KiB + 1', (cb) => fsp.readFile('more').then(() => cb())],
  ['fsp.writeFile', (cb) => fsp.writeFile('w', 'text').then(() => cb())],
  ['fsp.writeFile 1 MiB', (cb) => fsp.writeFile('w', Buffer.alloc(1 << 20)).then(() => cb())],
  ['fsp.appendFile', (cb) => fsp.appendFile('w', 'text').then(() => cb())],
  ['fsp.mkdir recursive', (cb) => fsp.mkdir('k/l/m', { recursive: true }).then(() => cb())],
  ['fsp.opendir', (cb) => fsp.opendir('.').then((dir) => dir.close()).then(() => cb())],
  ['handle chain', (cb) => fsp.open('small').then((h) => h.stat().then(() => h.close())).then(() => cb())],
];
(function next(index) {
  if (index === cases.length) return;
  // By then what the last call may leave behind is over. Streams are not among these: real node now and then takes a turn more for them.
  setTimeout(() => {
    const [name, start] = cases[index];
    const before = turns();
    start(() => {
      console.log(name, turns() - before);
      next(index + 1);
    });
  }, 10);
})(0);
