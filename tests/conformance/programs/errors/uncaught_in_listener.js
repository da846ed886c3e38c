// A listener throws: later listeners of that emit don't run.
const EventEmitter = require('events');
const e = new EventEmitter();
e.on('x', () => { console.log('first'); throw new Error('listener'); });
e.on('x', () => console.log('second (never)'));
try { e.emit('x'); } catch (error) { console.log('caught by the emitter’s caller:', error.message); }
