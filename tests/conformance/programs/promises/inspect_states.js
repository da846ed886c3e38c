// How promises are printed.
console.log(Promise.resolve(1), new Promise(() => {}));
const r = Promise.reject(new RangeError('no').message);
console.log(r);
r.catch(() => {});
console.log([Promise.resolve({ a: [1] })]);
