// Thrown in then without catch.
Promise.resolve(1).then((n) => { console.log('then', n); throw new RangeError('in then'); });
process.nextTick(() => console.log('tick'));
setTimeout(() => console.log('never'), 20);
