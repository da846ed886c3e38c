// A tick between two immediates clears the second.
setImmediate(() => { console.log('first'); process.nextTick(() => clearImmediate(second)); });
const second = setImmediate(() => console.log('second (never)'));
setImmediate(() => console.log('third'));
