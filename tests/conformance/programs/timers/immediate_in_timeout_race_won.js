// Inside a timer callback setImmediate always beats setTimeout 0.
setTimeout(() => {
  setTimeout(() => console.log('timeout'), 0);
  setImmediate(() => console.log('immediate'));
}, 10);
