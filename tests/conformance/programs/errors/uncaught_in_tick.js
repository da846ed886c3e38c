// Thrown in a tick.
process.nextTick(() => { throw new TypeError('in tick'); });
process.nextTick(() => console.log('never'));
Promise.resolve().then(() => console.log('never'));
console.log('sync');
