// Modules load synchronously, before any tick of main.
process.nextTick(() => console.log('tick of main'));
Promise.resolve().then(() => console.log('micro of main'));
require('./noisy');
console.log('main end');
