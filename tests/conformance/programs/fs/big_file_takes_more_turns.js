// 600 KiB are two chunks: one more trip to the pool than a small file.
const fs = require('fs');
let turns = 0, done = false;
const count = () => { if (!done) { turns++; setImmediate(count); } };
fs.readFile('big.bin', (error, data) => {
  done = true;
  console.log(data.length, 'turns at least five:', turns >= 4);
});
setImmediate(count);
