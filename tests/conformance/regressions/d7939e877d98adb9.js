const fs = require('fs');
const EventEmitter = require('events');
const shown = (what) => (what instanceof Error ? what.message : what);
const log = (...what) => console.log(...what.map(shown));
const spin = (ms = 3) => { const start = Date.now(); while (Date.now() - start < ms); };
let exitTimes = 0;
process.on('exit', (code) => {
  log('exit', code);
  if (++exitTimes <= 2) {
    queueMicrotask(() => {
      log('1 microtask');
      throw new Error('e2');
    });
  }
});
process.exitCode = 0;
(async () => {
  log('3 async');
})();
