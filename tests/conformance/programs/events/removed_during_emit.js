// Removing or adding while emitting: the running emit keeps its copy.
const EventEmitter = require('events');
const e = new EventEmitter();
const second = () => console.log('second');
e.on('x', () => { console.log('first'); e.off('x', second); e.on('x', () => console.log('added')); });
e.on('x', second);
e.emit('x'); console.log('--'); e.emit('x');
