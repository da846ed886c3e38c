// events.once as a promise, with an error.
const { once, EventEmitter } = require('events');
(async () => {
  const e = new EventEmitter();
  process.nextTick(() => e.emit('ready', 1, 2));
  console.log(await once(e, 'ready'));
  process.nextTick(() => e.emit('error', new Error('failed')));
  try { await once(e, 'ready'); } catch (error) { console.log('rejected', error.message); }
})();
