// A microtask of the first timer clears the second: it is in time.
const start = Date.now();
setTimeout(() => { console.log('first'); Promise.resolve().then(() => clearTimeout(second)); }, 0);
const second = setTimeout(() => console.log('second (never)'), 0);
setTimeout(() => console.log('third'), 0);
while (Date.now() - start < 5);
