const fs = require('fs');
const EventEmitter = require('events');
const shown = (what) => (what instanceof Error ? what.message : what);
const log = (...what) => console.log(...what.map(shown));
const spin = (ms = 3) => { const start = Date.now(); while (Date.now() - start < ms); };
let uncaughtExceptionTimes = 0;
process.on('uncaughtException', (error, origin) => {
  log('uncaughtException', error, origin);
});
let exitTimes = 0;
process.on('exit', (code) => {
  log('exit', code);
  if (++exitTimes <= 2) {
    throw new Error('e1');
  }
});
process.exitCode = 1;
log('2 sync');
