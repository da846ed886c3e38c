const fs = require('fs');
const EventEmitter = require('events');
const shown = (what) => (what instanceof Error ? what.message : what);
const log = (...what) => console.log(...what.map(shown));
const spin = (ms = 3) => { const start = Date.now(); while (Date.now() - start < ms); };
let unhandledRejectionTimes = 0;
process.on('unhandledRejection', (reason) => {
  log('unhandledRejection', reason);
});
let exitTimes = 0;
process.on('exit', (code) => {
  log('exit', code);
  if (++exitTimes <= 2) {
    throw new Error('e1');
  }
});
Promise.resolve(2)
.then((v) => {
  log('3 then', v);
  try {
    log('4 try');
  } catch (e) {
    log('5 catch', e);
  } finally {
    log('6 finally');
    process.exit(0);
  }
  return 7;
}, (e) => {
  log('8 else', e);
});
