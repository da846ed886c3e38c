// process is an object of a class of its own, between it and EventEmitter.
const EventEmitter = require('node:events');
const prototype = Object.getPrototypeOf(process);
console.log(process.constructor.name, Object.prototype.toString.call(process));
console.log(process instanceof process.constructor, process.constructor.prototype === prototype);
console.log(Object.getPrototypeOf(prototype) === EventEmitter.prototype, process instanceof EventEmitter);
console.log(Object.getOwnPropertyDescriptor(prototype, 'constructor').enumerable, Object.getOwnPropertyNames(prototype));
