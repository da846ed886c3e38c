// One of each: the callback API in a row, every call's arguments shown.
const fs = require('fs');
const steps = [
  ['mkdir', 'd'], ['mkdir', 'd/e/f', { recursive: true }], ['mkdir', 'd/e/f', { recursive: true }],
  ['writeFile', 'd/a', 'alpha'], ['appendFile', 'd/a', ' beta'], ['readFile', 'd/a'], ['readFile', 'd/a', 'utf8'], ['readFile', 'd/a', { encoding: 'base64' }],
  ['copyFile', 'd/a', 'd/b'], ['rename', 'd/b', 'd/c'], ['link', 'd/c', 'd/hard'], ['symlink', 'c', 'd/soft'], ['readlink', 'd/soft'],
  ['readlink', 'd/soft', 'buffer'], ['readdir', 'd'], ['access', 'd/a'], ['access', 'd/a', fs.constants.W_OK], ['chmod', 'd/a', 0o600],
  ['chown', 'd/a', 0, 0], ['lchown', 'd/soft', 0, 0], ['utimes', 'd/a', 1, 2], ['lutimes', 'd/soft', 3, 4], ['truncate', 'd/a', 3], ['readFile', 'd/a', 'latin1'],
  ['truncate', 'd/a'], ['writeFile', 'd/a', Buffer.from('bytes')], ['writeFile', 'd/a', new Uint8Array([104, 105]), { flag: 'a' }], ['readFile', 'd/a', 'utf8'],
  ['unlink', 'd/soft'], ['rm', 'd/hard'], ['rmdir', 'd/e/f'], ['rm', 'd/e', { recursive: true }], ['readdir', 'd', { withFileTypes: false }], ['rm', 'd', { recursive: true, force: true }],
];
const ordered = (value) => (value instanceof fs.Stats ? 'Stats' : value);
(function next(index) {
  if (index === steps.length) return descriptors();
  const [name, ...args] = steps[index];
  const returned = fs[name](...args, (...results) => {
    console.log(name, ...results.map(ordered));
    next(index + 1);
  });
  if (returned !== undefined) console.log('returned', returned);
})(0);
function descriptors() {
  fs.open('file', 'w+', 0o644, (error, fd) => {
    console.log('open', error, typeof fd);
    const steps = [
      ['write', 'text'], ['write', 'more', 2, 'utf8'], ['write', Buffer.from('buffer'), 1, 3], ['write', Buffer.from('at'), 0, 2, 0], ['fsync'], ['fdatasync'],
      ['read', Buffer.alloc(4), 0, 4, 0], ['read', { buffer: Buffer.alloc(2), position: 2 }], ['ftruncate', 2], ['ftruncate'], ['fchmod', 0o640], ['fchown', 0, 0],
      ['futimes', 5, 6], ['writev', [Buffer.from('x'), Buffer.from('yz')]], ['readv', [Buffer.alloc(1), Buffer.alloc(9)], 0], ['fstat'], ['close'], ['close'],
    ];
    (function next(index) {
      if (index === steps.length) return;
      const [name, ...args] = steps[index];
      fs[name](fd, ...args, (error, ...results) => {
        console.log(name, error === null ? null : error.message, ...results.map((value) => (value instanceof fs.Stats ? [value.size, value.isFile(), (value.mode & 0o777).toString(8)] : value)));
        next(index + 1);
      });
    })(0);
  });
}
