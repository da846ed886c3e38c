// Hash and Hmac as streams.
const crypto = require('crypto');
const { Readable } = require('stream');
const hash = crypto.createHash('sha256');
hash.on('readable', () => { const data = hash.read(); if (data) console.log('readable', data.toString('hex')); });
hash.on('end', () => console.log('end'));
hash.write('one ');
hash.write(Buffer.from('two'));
hash.end();
Readable.from(['a', 'b', 'c']).pipe(crypto.createHmac('md5', 'k')).setEncoding('hex').on('data', (data) => console.log('piped', data));
console.log('started');
