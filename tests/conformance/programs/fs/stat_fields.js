// What stat tells, as far as it does not depend on the machine.
const fs = require('fs');
const s = fs.statSync('hello.txt');
console.log(s.constructor.name, s.size, s.isFile(), s.isDirectory(), s.isSymbolicLink(), s.mtime instanceof Date, typeof s.mtimeMs);
console.log(fs.statSync('folder').isDirectory(), fs.statSync('nope', { throwIfNoEntry: false }));
console.log(fs.statSync('hello.txt', { bigint: true }).size);
