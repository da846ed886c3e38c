// ENOENT by callback, promise and exception: code, syscall, path, message.
const fs = require('fs');
const show = (how, e) => console.log(how, e.name, e.code, e.errno, e.syscall, e.path, '|', e.message);
try { fs.readFileSync('nope.txt'); } catch (error) { show('sync', error); }
fs.readFile('nope.txt', (error, data) => {
  show('callback', error);
  console.log(data);
  fs.promises.readFile('nope.txt').catch((error) => show('promise', error));
});
