// scrypt, hkdf and pbkdf2: results, order of delivery one after the other, errors.
const crypto = require('crypto');
const show = (run) => { try { return run(); } catch (e) { return `${e.name} ${e.code} ${e.message}`; } };
for (const digest of ['sha1', 'sha256', 'sha512', 'md5', 'sha3-256', 'nope']) {
  console.log(digest, show(() => crypto.pbkdf2Sync('password', 'salt', 3, 70, digest).toString('hex')), show(() => Buffer.from(crypto.hkdfSync(digest, 'key', 'salt', 'info', 70)).toString('hex')));
}
console.log(show(() => crypto.scryptSync('password', 'salt', 40, { N: 16 }).toString('hex')), show(() => crypto.scryptSync('', '', 64, { N: 16, r: 1, p: 1 }).toString('hex')), show(() => crypto.scryptSync('password', 'NaCl', 16, { N: 64, r: 8, p: 4 }).toString('hex')));
for (const options of [{ N: 3 }, { N: 1 }, { N: 2 ** 20 }, { N: 16, r: 2 ** 31 }, { N: 16, cost: 16 }, { N: -1 }, { N: 16, maxmem: 100 }, { N: '16' }]) console.log(options, show(() => crypto.scryptSync('a', 'b', 8, options).length));
for (const run of [() => crypto.pbkdf2Sync('a', 'b', 0, 1, 'sha1'), () => crypto.pbkdf2Sync('a', 'b', 1, -1, 'sha1'), () => crypto.pbkdf2Sync('a', 'b', 1, 1), () => crypto.pbkdf2Sync(5, 'b', 1, 1, 'sha1'), () => crypto.pbkdf2('a', 'b', 1, 1, 'sha1'), () => crypto.pbkdf2('a', 'b', 1, 1, 'nope', () => {}), () => crypto.hkdfSync('sha1', 'a', 'b', 'c', 20 * 256), () => crypto.pbkdf2Sync('a', 'b', 1, 0, 'sha1').length, () => Buffer.from(crypto.hkdfSync('sha1', 'a', '', '', 0)).length]) console.log(show(run));
crypto.pbkdf2(Buffer.from('p'), new Uint8Array(4), 10, 16, 'sha512', function(error, key) {
  console.log('pbkdf2', error, key, this.constructor.name);
  crypto.scrypt('p', 's', 16, { N: 32 }, (error, key) => {
    console.log('scrypt', error, key);
    crypto.hkdf('sha256', 'k', 's', 'i', 16, (error, key) => {
      console.log('hkdf', error, key);
      require('util').promisify(crypto.pbkdf2)('p', 's', 1, 8, 'sha256').then((key) => console.log('promisified', key));
    });
  });
});
