// The files in `test/fixtures`, where the suite has them.
'use strict';
const fs = require('fs');
const path = require('path');
const { pathToFileURL } = require('url');

const fixturesDir = path.join(__dirname, '..', 'fixtures');
const resolve = (...names) => path.join(fixturesDir, ...names);
const readKey = (name, encoding) => fs.readFileSync(resolve('keys', name), encoding);

module.exports = {
  fixturesDir,
  path: resolve,
  fileURL: (...names) => pathToFileURL(resolve(...names)),
  readSync: (names, encoding) => fs.readFileSync(resolve(...[names].flat()), encoding),
  readKey,
  readKeys: (encoding, ...names) => names.map((name) => readKey(name, encoding)),
  get utf8TestTextPath() { return resolve('utf8_test_text.txt'); },
  get utf8TestText() { return fs.readFileSync(resolve('utf8_test_text.txt'), 'utf8'); },
};
