// subtle.digest, and HMAC through subtle.
const { subtle } = require('crypto').webcrypto;
const hex = (buffer) => Buffer.from(buffer).toString('hex');
(async () => {
  for (const name of ['SHA-1', 'SHA-256', 'sha-384', 'SHA-512']) console.log(name, hex(await subtle.digest(name, new TextEncoder().encode('abc'))));
  const key = await subtle.importKey('raw', Buffer.from('key'), { name: 'HMAC', hash: 'SHA-256' }, true, ['sign', 'verify']);
  console.log(key.type, key.extractable, key.usages, key.algorithm.name);
  const signature = await subtle.sign('HMAC', key, Buffer.from('data'));
  console.log(hex(signature), await subtle.verify('HMAC', key, signature, Buffer.from('data')), await subtle.verify('HMAC', key, signature, Buffer.from('other')));
  const base = await subtle.importKey('raw', Buffer.from('pw'), 'PBKDF2', false, ['deriveBits']);
  console.log(hex(await subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: Buffer.from('salt'), iterations: 5 }, base, 128)));
  await subtle.digest('nope', new Uint8Array(1)).catch((error) => console.log(error.name, error.message));
})();
console.log(typeof crypto.randomUUID(), crypto.getRandomValues(new Uint8Array(3)).length, crypto.subtle instanceof SubtleCrypto, Object.prototype.toString.call(crypto));
