// withResolvers, and Promise.try.
const { promise, resolve } = Promise.withResolvers();
promise.then((v) => console.log('resolved', v));
setImmediate(resolve, 'from outside');
Promise.try(() => { throw new Error('sync throw'); }).catch((e) => console.log('try', e.message));
Promise.try((a, b) => a + b, 1, 2).then((v) => console.log('sum', v));
