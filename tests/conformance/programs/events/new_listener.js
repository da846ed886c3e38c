// newListener comes before the listener is there; removeListener after it is gone.
const EventEmitter = require('events');
const e = new EventEmitter();
e.on('newListener', (name) => console.log('new', name, e.listenerCount(name)));
e.on('removeListener', (name) => console.log('removed', name, e.listenerCount(name)));
const f = () => {};
e.on('a', f); e.on('a', () => {}); e.off('a', f);
e.removeAllListeners('a');
