console.log('first');
Promise.resolve().then(() => console.log('then of first'));
process.nextTick(() => console.log('tick of first'));
