// once, prependListener, prependOnceListener.
const EventEmitter = require('events');
const e = new EventEmitter();
e.on('x', () => console.log('on'));
e.once('x', () => console.log('once'));
e.prependListener('x', () => console.log('prepended'));
e.prependOnceListener('x', () => console.log('prepended once'));
e.emit('x'); console.log('--'); e.emit('x');
