// Hash and Hmac as streams: write, end, read, pipe; in a pipeline with a file.
const crypto = require('crypto');
const { pipeline } = require('stream/promises');
const { Readable } = require('stream');
const fs = require('fs');
(async () => {
  const hash = crypto.createHash('sha256').setEncoding('hex');
  for (const event of ['finish', 'end', 'close', 'readable']) hash.on(event, () => console.log(event));
  Readable.from(['one ', 'two']).pipe(hash);
  await new Promise((resolve) => hash.on('readable', () => { const digest = hash.read(); if (digest) { console.log(digest === crypto.createHash('sha256').update('one two').digest('hex')); resolve(); } }));
  fs.writeFileSync('in', 'x'.repeat(1000));
  const sum = crypto.createHash('md5'); await pipeline(fs.createReadStream('in', { highWaterMark: 100 }), sum); console.log(sum.digest('hex') === crypto.createHash('md5').update('x'.repeat(1000)).digest('hex'));
  const hmac = crypto.createHmac('sha1', 'key'); hmac.end('text'); console.log(hmac.read().toString('hex') === crypto.createHmac('sha1', 'key').update('text').digest('hex'), hmac instanceof require('stream').Transform);
  const used = crypto.createHash('sha1'); used.update('x'); used.digest(); used.on('error', (error) => console.log(error.code)); used.write('late'); 
})();
