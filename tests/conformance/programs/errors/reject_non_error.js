// A rejection with a string, an object, undefined.
Promise.reject('a string');
setTimeout(() => console.log('never'), 20);
