// cp and rm, synchronous, with a callback and as promises.
const fs = require('fs');
const show = (what, call) => {
  try {
    console.log(what, call());
  } catch (error) {
    console.log(what, '|', error.name, '|', error.message, '|', error.code, error.errno, error.syscall, error.path);
  }
};
fs.mkdirSync('s/sub/deep', { recursive: true });
fs.writeFileSync('s/a.txt', 'A');
fs.symlinkSync('a.txt', 's/link');
const tree = (at) => fs.readdirSync(at, { recursive: true }).sort().join();
show('copy', () => fs.cpSync('s', 'd', { recursive: true }));
show('tree', () => tree('d'));
show('link', () => fs.readlinkSync('d/link').replace(process.cwd(), 'CWD'));
show('again', () => fs.cpSync('s', 'd', { recursive: true }));
fs.rmSync('d', { recursive: true });
show('verbatim', () => fs.cpSync('s', 'd', { recursive: true, verbatimSymlinks: true }));
show('link', () => fs.readlinkSync('d/link'));
show('verbatim again', () => fs.cpSync('s', 'd', { recursive: true, verbatimSymlinks: true }));
fs.unlinkSync('d/link');
fs.unlinkSync('s/link');
show('errorOnExist', () => fs.cpSync('s', 'd', { recursive: true, errorOnExist: true, force: false }));
show('skip', () => fs.cpSync('s', 'd', { recursive: true, force: false }));
show('no recursive', () => fs.cpSync('s', 'e'));
show('into itself', () => fs.cpSync('s', 's/sub/q', { recursive: true }));
show('onto itself', () => fs.cpSync('s', 's', { recursive: true }));
show('dir onto file', () => fs.cpSync('s', 's/a.txt', { recursive: true }));
show('file onto dir', () => fs.cpSync('s/a.txt', 's'));
show('missing', () => fs.cpSync('nope', 'x'));
show('file', () => fs.cpSync('s/a.txt', 'd2/z/y.txt'));
show('file again', () => fs.cpSync('s/a.txt', 'd2/z/y.txt'));
show('file errorOnExist', () => fs.cpSync('s/a.txt', 'd2/z/y.txt', { force: false, errorOnExist: true }));
show('filter', () => fs.cpSync('s', 'd4', { recursive: true, filter: (from) => !from.includes('sub') }));
show('tree', () => tree('d4'));
fs.utimesSync('s/a.txt', 100, 200);
show('times', () => fs.cpSync('s', 'd6', { recursive: true, preserveTimestamps: true }));
show('time', () => fs.statSync('d6/a.txt').mtimeMs);
fs.cp('s', 'd7', { recursive: true }, (error) => {
  console.log('callback', error, tree('d7'));
  fs.promises.cp('s', 'd8', { recursive: true })
    .then(() => console.log('promise', tree('d8')))
    .then(() => fs.promises.cp('s', 'd8', { recursive: true, errorOnExist: true, force: false }))
    .catch((error) => console.log(error.name, error.code, error.message))
    .then(() => fs.promises.rm('d8', { recursive: true, force: true }))
    .then(() => console.log(fs.existsSync('d8')))
    .then(() => fs.promises.rm('d7'))
    .catch((error) => console.log(error.name, error.code, error.message, error.errno, error.syscall, error.path))
    .then(() => fs.rm('d7', { recursive: true }, (error) => console.log('rm', error, fs.existsSync('d7'))));
});
