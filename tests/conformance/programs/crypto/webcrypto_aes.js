// subtle.encrypt and subtle.decrypt with AES, its keys, and what can't be deciphered.
const { subtle } = require('crypto').webcrypto;
const text = new TextEncoder().encode('a secret of some length');
const hex = (bytes) => Buffer.from(bytes).toString('hex');
(async () => {
  for (const name of ['AES-GCM', 'AES-CBC']) {
    const key = await subtle.importKey('raw', new Uint8Array(16).fill(7), name, true, ['encrypt', 'decrypt']);
    const how = { name, iv: new Uint8Array(name === 'AES-GCM' ? 12 : 16).fill(3) };
    const sent = await subtle.encrypt(how, key, text);
    console.log(name, hex(sent), new TextDecoder().decode(await subtle.decrypt(how, key, sent)));
    for (const broken of [new Uint8Array(sent).fill(9), new Uint8Array(sent).subarray(0, 20)]) {
      await subtle.decrypt(how, key, broken).catch((error) => console.log(error.name, error.message, error.cause?.message));
    }
    console.log(hex(await subtle.exportKey('raw', key)));
  }
  const key = await subtle.generateKey({ name: 'AES-CTR', length: 256 }, false, ['encrypt', 'decrypt']);
  console.log(key);
  const how = { name: 'AES-CTR', counter: new Uint8Array(16), length: 128 };
  console.log(new TextDecoder().decode(await subtle.decrypt(how, key, await subtle.encrypt(how, key, text))));
  const authenticated = { name: 'AES-GCM', iv: new Uint8Array(12), additionalData: text, tagLength: 96 };
  const gcm = await subtle.importKey('raw', new Uint8Array(32), 'AES-GCM', false, ['encrypt', 'decrypt']);
  console.log(hex(await subtle.encrypt(authenticated, gcm, text)));
  await subtle.encrypt(authenticated, key, text).catch((error) => console.log(error.name, error.message));
})();
