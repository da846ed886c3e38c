// open, read at a position, write, close.
const fs = require('fs');
const fd = fs.openSync('lines.txt', 'r');
const buffer = Buffer.alloc(5);
console.log(fs.readSync(fd, buffer, 0, 5, 4), buffer.toString());
console.log(fs.fstatSync(fd).size);
fs.closeSync(fd);
try { fs.readSync(fd, buffer); } catch (error) { console.log(error.code); }
fs.open('w.txt', 'w', (error, fd) => {
  fs.write(fd, 'some text', (error, written) => {
    console.log('written', written);
    fs.close(fd, (error) => console.log('closed', error, fs.readFileSync('w.txt', 'utf8')));
  });
});
