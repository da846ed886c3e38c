// createHash: digests, update chains, unknown algorithm.
const { createHash, createHmac } = require('crypto');
for (const name of ['md5', 'sha1', 'sha256', 'sha512']) console.log(name, createHash(name).update('hello').digest('hex'));
console.log(createHash('sha256').update('hel').update(Buffer.from('lo')).digest('base64'), createHmac('sha256', 'key').update('data').digest('hex'));
try { createHash('nope'); } catch (e) { console.log(e.message); }
const h = createHash('sha1'); h.digest(); try { h.update('x'); } catch (e) { console.log(e.code); }
