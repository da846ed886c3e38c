// Every digest that both have, in every form; names, errors, copies.
const crypto = require('crypto');
const show = (run) => { try { return run(); } catch (e) { return `${e.name} ${e.code} ${e.message}`; } };
const names = ['md5', 'MD5', 'sha1', 'SHA1', 'sha224', 'sha256', 'Sha-256', 'RSA-SHA256', 'sha256WithRSAEncryption', 'sha384', 'sha512', 'sha512-224', 'SHA512/256', 'RSA-SHA512/256', 'sha3-224', 'sha3-256', 'sha3-384', 'sha3-512', 'RSA-SHA3-256', 'shake128', 'shake256', 'ssl3-sha1', 'nope', ''];
for (const name of names) {
  for (const text of ['', 'abc', 'x'.repeat(300)]) console.log(name, text.length, show(() => crypto.createHash(name).update(text).digest('hex')));
  console.log(show(() => crypto.hash(name, 'abc')), show(() => crypto.createHmac(name.startsWith('shake') ? 'sha1' : name, 'key').update('abc').digest('base64')));
}
for (const encoding of [undefined, 'hex', 'base64', 'base64url', 'latin1', 'binary', 'buffer', 'utf8', 'ucs2', 'nope']) {
  console.log(encoding, show(() => crypto.createHash('md5').update('a').digest(encoding)), show(() => crypto.hash('md5', 'a', encoding)), show(() => crypto.createHmac('md5', 'k').update('a').digest(encoding)));
}
for (const length of [undefined, 0, 5, 32, 200, -1, 1.5, '5']) {
  for (const name of ['shake128', 'sha256']) console.log(name, length, show(() => crypto.createHash(name, { outputLength: length }).update('a').digest('hex')), show(() => crypto.hash(name, 'a', { outputLength: length })));
}
const first = crypto.createHash('sha256').update('a');
const copy = first.copy();
console.log(first.update('b').digest('hex') === crypto.hash('sha256', 'ab'), copy.digest('hex') === crypto.hash('sha256', 'a'), show(() => first.copy()), show(() => first.update('x')), show(() => first.digest()));
for (const data of ['abc', 'é', Buffer.from('abc'), new Uint16Array([1]), new DataView(new ArrayBuffer(2)), 5, null, undefined, {}, new ArrayBuffer(1)]) {
  console.log(data, show(() => crypto.createHash('sha1').update(data).digest('hex')), show(() => crypto.hash('sha1', data)));
}
for (const encoding of ['hex', 'base64', 'latin1', 'ucs2', 'nope']) console.log(encoding, show(() => crypto.createHash('sha1').update('ab', encoding).digest('hex')), show(() => crypto.createHash('sha1').update('abc', encoding).digest('hex')));
const mac = crypto.createHmac('sha256', 'key');
mac.update('a'); mac.digest();
console.log(mac.digest('hex'), mac.digest(), show(() => mac.update('b')));
for (const key of ['', 'k'.repeat(200), Buffer.from([1, 2]), new Uint16Array([5]), crypto.createSecretKey(Buffer.from('secret')), null, 5]) console.log(key, show(() => crypto.createHmac('sha512', key).update('x').digest('base64url')));
console.log(crypto.createHash('sha1'), crypto.createHmac('sha1', 'k'), crypto.getFips(), crypto.getHashes().includes('sha256'));
