// `this` is the emitter in functions, not in arrows.
const EventEmitter = require('events');
class Mine extends EventEmitter {}
const e = new Mine();
e.on('x', function (...all) { console.log(this === e, all); });
e.on('x', () => console.log(this === module.exports));
e.emit('x', 1, 2, 3, 4);
console.log(e.eventNames(), e.rawListeners('x').length, e.emit(Symbol('s')));
