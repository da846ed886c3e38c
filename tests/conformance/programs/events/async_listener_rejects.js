// An async listener that rejects: unhandled, unless captureRejections.
const EventEmitter = require('events');
const e = new EventEmitter({ captureRejections: true });
e.on('x', async () => { throw new Error('from async listener'); });
e.on('error', (error) => console.log('error event', error.message));
e.emit('x');
console.log('sync');
