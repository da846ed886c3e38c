// A zlib stream whose output nobody takes pushes back; chunkSize is the size of what comes.
const zlib = require('zlib');
const inflate = zlib.createInflate({ chunkSize: 64, highWaterMark: 100 });
const packed = Buffer.from('789c4b4c4a4e1c45a368140d6f04009ac97edf', 'hex');
for (const name of ['drain', 'finish', 'end', 'close']) inflate.on(name, () => console.log(name));
console.log(inflate.write(packed.subarray(0, 10), () => console.log('callback')), inflate.readableLength, inflate.readableHighWaterMark, inflate.writableHighWaterMark);
inflate.end(packed.subarray(10), () => console.log('end callback'));
setTimeout(() => {
  console.log('waiting', inflate.readableLength);
  const sizes = [];
  inflate.on('data', (c) => sizes.push(c.length)).on('end', () => console.log(sizes.join(), sizes.reduce((a, b) => a + b)));
}, 300);
