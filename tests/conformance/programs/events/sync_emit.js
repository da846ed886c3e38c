// emit is synchronous: listeners run before it returns.
const EventEmitter = require('events');
const e = new EventEmitter();
e.on('a', (x) => { console.log('1', x); process.nextTick(() => console.log('tick')); });
e.on('a', (x) => console.log('2', x));
console.log('returned', e.emit('a', 'v'), e.emit('b'));
