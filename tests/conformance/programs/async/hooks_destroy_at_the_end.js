// Where nothing else is left to do, destroy is still told of before beforeExit.
const { AsyncResource, createHook } = require('node:async_hooks');
const fs = require('node:fs');

const say = (text) => fs.writeSync(1, `${text}\n`);
let later;
createHook({
  init(id, type) { say(`init ${type}`); },
  destroy() {
    say('destroy');
    later?.emitDestroy();
    later = undefined;
  },
}).enable();
const first = new AsyncResource('first');
later = new AsyncResource('later');
first.emitDestroy();
clearImmediate(setImmediate(() => say('never')));
process.on('beforeExit', () => say('beforeExit'));
process.on('exit', () => say('exit'));
