// Lengths and types, not values.
const crypto = require('crypto');
const b = crypto.randomBytes(16);
console.log(b.length, Buffer.isBuffer(b), b.equals(crypto.randomBytes(16)));
crypto.randomBytes(8, (error, bytes) => { console.log('callback', error, bytes.length); process.nextTick(() => console.log('tick')); });
console.log(crypto.randomUUID().length, Number.isInteger(crypto.randomInt(10)), crypto.randomInt(5, 6));
