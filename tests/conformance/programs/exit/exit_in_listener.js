// Exit from a listener inside a promise's executor inside a tick.
const EventEmitter = require('events');
const e = new EventEmitter();
e.on('x', () => { try { process.exit(6); } catch { console.log('never'); } finally { console.log('never'); } });
e.on('x', () => console.log('never'));
process.nextTick(() => new Promise(() => e.emit('x')).catch(() => console.log('never')));
process.nextTick(() => console.log('never'));
