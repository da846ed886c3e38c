// The synchronous one first; the callback one by the pool.
const { pbkdf2, pbkdf2Sync } = require('crypto');
pbkdf2('secret', 'salt', 1000, 32, 'sha512', (error, key) => { console.log('async', error, key.toString('hex')); });
console.log('sync', pbkdf2Sync('secret', 'salt', 1000, 32, 'sha512').toString('hex'));
process.nextTick(() => console.log('tick'));
