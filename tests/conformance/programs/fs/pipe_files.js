// Copy by pipe, and by pipeline.
const fs = require('fs');
const { pipeline } = require('stream/promises');
fs.createReadStream('big.bin').pipe(fs.createWriteStream('copy.bin')).on('finish', async () => {
  console.log('piped', fs.statSync('copy.bin').size);
  await pipeline(fs.createReadStream('hello.txt'), fs.createWriteStream('copy.txt'));
  console.log('pipelined', fs.readFileSync('copy.txt', 'utf8'));
});
