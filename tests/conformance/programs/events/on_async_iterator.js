// events.on buffers what comes between two turns.
const { on, EventEmitter } = require('events');
(async () => {
  const e = new EventEmitter();
  setImmediate(() => { for (const n of [1, 2, 3]) e.emit('n', n); });
  for await (const [n] of on(e, 'n')) { console.log(n); if (n === 3) break; }
  console.log('left', e.listenerCount('n'));
})();
