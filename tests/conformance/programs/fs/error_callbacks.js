// The same errors as callbacks and promises hand them over: made in the event loop, so without a stack.
const fs = require('fs');
fs.mkdirSync('dir');
fs.writeFileSync('file', 'x');
const calls = [
  ['open', 'nope', 'r'], ['open', 'dir', 'w'], ['readFile', 'nope'], ['readFile', 'dir'], ['writeFile', 'dir', 'x'], ['stat', 'nope'],
  ['lstat', 'nope'], ['readdir', 'nope'], ['readdir', 'file'], ['mkdir', 'dir'], ['mkdir', 'file/x', { recursive: true }],
  ['mkdir', 'file', { recursive: true }], ['rmdir', 'nope'], ['rm', 'nope'], ['rm', 'dir'], ['unlink', 'nope'], ['rename', 'nope', 'b'],
  ['copyFile', 'nope', 'b'], ['symlink', 'target', 'dir'], ['link', 'nope', 'b'], ['readlink', 'file'], ['realpath', 'nope'],
  ['access', 'nope'], ['chmod', 'nope', 0o600], ['utimes', 'nope', 1, 1], ['truncate', 'nope', 0], ['opendir', 'nope'], ['appendFile', 'dir', 'x'],
  ['cp', 'nope', 'b'], ['lchown', 'nope', 1, 1],
];
const describe = (error) => [error.name, error.message.replaceAll(process.cwd(), 'CWD'), ...Object.keys(error).map((key) => `${key}=${String(error[key]).replaceAll(process.cwd(), 'CWD')}`), 'lines ' + error.stack.split('\n').length].join(' | ');
function next(index) {
  if (index === calls.length) return promises();
  const [name, ...rest] = calls[index];
  fs[name](...rest, (error) => {
    // `fs.cp` is a promise inside, whose stack real node follows.
    console.log(name, error ? describe(error).replace(name === 'cp' ? / \| lines \d+/ : '', '') : 'fine');
    next(index + 1);
  });
}
async function promises() {
  for (const [name, ...rest] of calls) {
    try {
      await fs.promises[name](...rest);
      console.log('promise', name, 'fine');
    } catch (error) {
      console.log('promise', name, describe(error).replace(/ \| lines \d+/, ''));
    }
  }
  fs.close(3999, (error) => {
    console.log(error);
    fs.read(3999, Buffer.alloc(1), (error, count, buffer) => {
      console.log(error, count, buffer);
      fs.copyFile('nope', 'b', (error) => console.log(error));
    });
  });
}
next(0);
