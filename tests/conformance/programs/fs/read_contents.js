// Encodings, buffers, and JSON.
const fs = require('fs');
console.log(fs.readFileSync('hello.txt', 'utf8'));
console.log(fs.readFileSync('hello.txt'));
console.log(JSON.parse(fs.readFileSync('data.json')).nested);
console.log(fs.readFileSync('empty.txt').length, fs.readFileSync('big.bin').length);
console.log(fs.readFileSync('hello.txt', 'base64'), fs.readFileSync('hello.txt', { encoding: 'hex' }));
