// Secret KeyObjects.
const crypto = require('crypto');
const show = (run) => { try { return run(); } catch (e) { return `${e.name} ${e.code} ${e.message}`; } };
const key = crypto.createSecretKey(Buffer.from('0123456789abcdef'));
console.log(key, key.type, key.symmetricKeySize, key.export(), key.export({ format: 'jwk' }), key.equals(crypto.createSecretKey('0123456789abcdef', 'utf8')), key.equals(crypto.createSecretKey('x', 'utf8')), key instanceof crypto.KeyObject, Object.prototype.toString.call(key));
console.log(show(() => key.equals(5)), show(() => crypto.createSecretKey(5)), show(() => new crypto.KeyObject('secret', {})), show(() => key.export({ format: 'nope' })), show(() => Object.getOwnPropertyDescriptor(crypto.KeyObject.prototype, 'type').get.call({})));
console.log(crypto.createHmac('sha256', key).update('x').digest('hex'), crypto.pbkdf2Sync(key.export(), 's', 1, 4, 'sha1'), Buffer.from(crypto.hkdfSync('sha1', key, 's', 'i', 6)));
console.log(crypto.generateKeySync('hmac', { length: 64 }).symmetricKeySize, crypto.generateKeySync('aes', { length: 128 }).export().length, show(() => crypto.generateKeySync('aes', { length: 5 })));
crypto.generateKey('hmac', { length: 32 }, (error, key) => console.log(error, key.type, key.symmetricKeySize));
