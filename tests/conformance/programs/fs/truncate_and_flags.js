// truncate, and the flags wx, a, r+.
const fs = require('fs');
fs.writeFileSync('f.txt', '0123456789');
fs.truncateSync('f.txt', 4);
console.log(fs.readFileSync('f.txt', 'utf8'));
try { fs.writeFileSync('f.txt', 'x', { flag: 'wx' }); } catch (error) { console.log(error.code); }
fs.writeFileSync('f.txt', 'end', { flag: 'a' });
const fd = fs.openSync('f.txt', 'r+');
fs.writeSync(fd, 'XY', 0);
fs.closeSync(fd);
console.log(fs.readFileSync('f.txt', 'utf8'));
