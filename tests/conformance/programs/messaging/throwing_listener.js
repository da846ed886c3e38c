// An exception in a listener does not lose the messages behind it; the async context comes along.
const { AsyncLocalStorage } = require('async_hooks');
const storage = new AsyncLocalStorage();
process.on('uncaughtException', (error) => console.log('caught', error.message));
storage.run('made here', () => {
  const { port1, port2 } = new MessageChannel();
  port2.on('message', (value) => {
    console.log('heard', value, storage.getStore());
    if (value === 1) throw new Error('from the listener');
    if (value === 3) port1.close();
  });
  storage.run('sent here', () => { for (const value of [1, 2, 3]) port1.postMessage(value); });
});
setImmediate(() => console.log('immediate'));
