// Messages arrive in the poll phase, each in a scope of its own; closing one end closes the other.
const { port1, port2 } = new MessageChannel();
console.log(port1, port1.postMessage('before anyone listens'));
port2.on('message', (value) => {
  console.log('message', value);
  process.nextTick(() => console.log('tick after', value));
  Promise.resolve().then(() => console.log('microtask after', value));
  if (value.last) port2.close(() => console.log('closed, by callback'));
});
port1.on('close', () => console.log('port1 close'));
port2.on('close', () => console.log('port2 close'));
port1.postMessage({ nested: [1, { two: 2 }], date: new Date(0) });
port1.postMessage({ last: true });
port1.postMessage('never heard');
setImmediate(() => console.log('immediate'));
setTimeout(() => console.log('timeout', port2.postMessage('late')), 20);
console.log('end of main');
