// Links are followed; realpath says where to.
const fs = require('fs');
const path = require('path');
fs.symlinkSync('hello.txt', 'link.txt');
console.log(fs.readFileSync('link.txt', 'utf8').trim(), fs.readlinkSync('link.txt'));
console.log(path.basename(fs.realpathSync('link.txt')), fs.lstatSync('link.txt').isSymbolicLink());
fs.unlinkSync('link.txt');
console.log(fs.existsSync('hello.txt'));
