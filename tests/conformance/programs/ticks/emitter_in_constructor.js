// Why libraries emit on the next tick: the listener is not attached yet.
const EventEmitter = require('events');
class Early extends EventEmitter {
  constructor() { super(); this.emit('ready', 'early'); }
}
class Late extends EventEmitter {
  constructor() { super(); process.nextTick(() => this.emit('ready', 'late')); }
}
new Early().on('ready', (what) => console.log(what));
new Late().on('ready', (what) => console.log(what));
console.log('constructed');
