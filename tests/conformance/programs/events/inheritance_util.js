// The old way: util.inherits.
const util = require('util'), EventEmitter = require('events');
function Old() { EventEmitter.call(this); }
util.inherits(Old, EventEmitter);
const o = new Old();
o.on('x', (v) => console.log(v));
o.emit('x', 'works');
console.log(o instanceof EventEmitter, Old.super_ === EventEmitter);
