// The whole module loads, also what is not implemented here.
const crypto = require('crypto');
console.log(typeof crypto.createCipheriv, typeof crypto.generateKeyPairSync, typeof crypto.Sign, typeof crypto.X509Certificate, crypto.constants.RSA_PKCS1_PADDING);
