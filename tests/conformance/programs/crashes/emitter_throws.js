const EventEmitter = require('node:events');
const bus = new EventEmitter();
bus.on('order', (order) => {
  console.log(order.items.length);
});
bus.emit('order', {});
