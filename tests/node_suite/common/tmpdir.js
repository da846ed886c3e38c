// A folder of the test's own, beside `parallel`.
'use strict';
const fs = require('fs');
const path = require('path');
const { pathToFileURL } = require('url');

const testRoot = path.resolve(__dirname, '..');
let tmpPath = path.join(testRoot, `.tmp.${process.env.TEST_SERIAL_ID || '0'}`);
const remove = () => fs.rmSync(tmpPath, { maxRetries: 3, recursive: true, force: true });
let isRemovedAtExit = false;

module.exports = {
  fileURL: (...names) => pathToFileURL(path.resolve(tmpPath + path.sep, ...names)),
  hasEnoughSpace: () => true,
  refresh() {
    remove();
    fs.mkdirSync(tmpPath);
    if (isRemovedAtExit) return;
    isRemovedAtExit = true;
    process.on('exit', () => {
      process.chdir(testRoot);
      remove();
    });
  },
  resolve: (...names) => path.resolve(tmpPath, ...names),
  get path() { return tmpPath; },
  set path(value) { tmpPath = path.resolve(value); },
};
