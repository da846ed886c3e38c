// rename and copyFile.
const fs = require('fs');
fs.copyFileSync('hello.txt', 'b.txt');
fs.renameSync('b.txt', 'c.txt');
console.log(fs.existsSync('b.txt'), fs.readFileSync('c.txt', 'utf8'));
fs.rename('nope', 'x', (error) => console.log(error.code, error.syscall, error.path, error.dest));
