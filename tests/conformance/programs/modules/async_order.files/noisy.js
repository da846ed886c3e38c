console.log('module');
process.nextTick(() => console.log('tick of module'));
Promise.resolve().then(() => console.log('micro of module'));
setImmediate(() => console.log('immediate of module'));
