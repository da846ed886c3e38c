// What tests ask of OpenSSL.
'use strict';
const common = require('./index.js');
const assert = require('assert');

if (!common.hasCrypto) common.skip('missing crypto');

const version = process.versions.openssl.split('.').map((part) => parseInt(part, 10));
const hasOpenSSL = (major = 0, minor = 0, patch = 0) =>
  version[0] !== major ? version[0] > major : version[1] !== minor ? version[1] > minor : version[2] >= patch;

module.exports = {
  assertApproximateSize: (key, size) => {
    const given = typeof key === 'string' ? key.length : key.byteLength;
    assert(given >= size * 0.9 && given <= size * 1.1, `Key must have approximately ${size} bytes, has ${given}`);
  },
  hasOpenSSL,
  hasOpenSSL3: hasOpenSSL(3),
  opensslCli: false,
};
