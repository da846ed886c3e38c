// The eleventh listener warns, on the next tick.
const EventEmitter = require('events');
const e = new EventEmitter();
process.on('warning', (w) => console.log(w.name, w.type, w.count));
for (let i = 0; i < 12; i++) e.on('x', () => {});
console.log(e.listenerCount('x'), e.getMaxListeners());
