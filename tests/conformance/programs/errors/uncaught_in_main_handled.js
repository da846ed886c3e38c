// Main throws with a handler: the queues go on.
process.on('uncaughtException', (error) => {
  console.log('handled', error.message);
  process.nextTick(() => console.log('tick from handler'));
});
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('micro'));
setImmediate(() => console.log('immediate'));
throw new Error('main');
