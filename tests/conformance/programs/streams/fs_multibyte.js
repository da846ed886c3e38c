// A file of many characters of more bytes, read in chunks that cut them, in all encodings.
const fs = require('fs');
const text = 'aé€😀'.repeat(20);
fs.writeFileSync('in', text);
(async () => {
  for (const encoding of ['utf8', 'latin1', 'hex', 'base64', 'utf16le', 'base64url', 'ascii']) for (const highWaterMark of [1, 7, 64]) {
    let all = '', count = 0; for await (const chunk of fs.createReadStream('in', { encoding, highWaterMark })) { all += chunk; count++; }
    console.log(encoding, highWaterMark, count, all === fs.readFileSync('in', encoding));
  }
  const lines = []; fs.writeFileSync('lines', '\ufeffone é\r\ntwo €\rthree 😀\n');
  for await (const line of require('readline').createInterface({ input: fs.createReadStream('lines', { highWaterMark: 2 }), crlfDelay: Infinity })) lines.push(line);
  console.log(lines);
})();
