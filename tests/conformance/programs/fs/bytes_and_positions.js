// Reading and writing by position, into every kind of view, in every encoding.
const fs = require('fs');
const fd = fs.openSync('f', 'w+');
console.log(fs.writeSync(fd, 'héllo'), fs.writeSync(fd, 'latin', null, 'latin1'), fs.writeSync(fd, 'ab', 0, 'utf16le'));
console.log(fs.writeSync(fd, '6869', null, 'hex'), fs.writeSync(fd, 'aGk=', null, 'base64'));
console.log(fs.readFileSync('f'));
console.log(fs.writevSync(fd, [Buffer.from('X'), new Uint16Array([0x4141, 0x4242]), new DataView(new ArrayBuffer(2))], 2));
console.log(fs.readFileSync('f', 'latin1'), fs.readFileSync('f', 'hex'));
const view = new Uint8Array(6);
console.log(fs.readSync(fd, view, 1, 3, 0), view);
console.log(fs.readSync(fd, view, { position: 2n, length: 2 }), view);
const wide = new Uint32Array(2);
console.log(fs.readSync(fd, wide, 0, 8, 0), wide);
console.log(fs.readvSync(fd, [new Uint8Array(3), new Uint8Array(2)], 0));
console.log(fs.readSync(fd, Buffer.alloc(10)), fs.readSync(fd, Buffer.alloc(10), 0, 10, 1000));
fs.ftruncateSync(fd, 3);
console.log(fs.fstatSync(fd).size, fs.readFileSync('f'));
fs.ftruncateSync(fd, 6);
console.log(fs.readFileSync('f'));
fs.closeSync(fd);
fs.appendFileSync('f', 'tail');
console.log(fs.readFileSync('f', 'latin1'));
const append = fs.openSync('f', 'a+');
fs.writeSync(append, 'Z', 0);
console.log(fs.readFileSync(append, 'latin1'), fs.readFileSync('f', 'latin1'));
fs.closeSync(append);
try { fs.writeSync(fs.openSync('f', 'r'), 'x'); } catch (error) { console.log(error.message); }
try { fs.readSync(fs.openSync('f', 'w'), Buffer.alloc(1)); } catch (error) { console.log(error.message); }
const both = fs.openSync('f', 'r+');
fs.write(both, 'async', (error, count, text) => {
  console.log(error, count, text);
  fs.write(both, Buffer.from('..bytes..'), 2, 5, 0, (error, count, buffer) => {
    console.log(error, count, buffer.toString());
    fs.writev(both, [Buffer.from('1'), Buffer.from('2')], (error, count) => {
      console.log(error, count);
      fs.readv(both, [Buffer.alloc(3), Buffer.alloc(4)], 0, (error, count, buffers) => {
        console.log(error, count, buffers.map(String));
        fs.read(both, { buffer: Buffer.alloc(4), position: 1 }, (error, count, buffer) => {
          console.log(error, count, buffer.toString());
          fs.close(both, (error) => console.log('closed', error));
        });
      });
    });
  });
});
