// Uncaught, it says that it was an unhandled error event.
const EventEmitter = require('events');
const e = new EventEmitter();
setImmediate(() => e.emit('error', new Error('nobody listens')));
