// Calling what is not a function.
const o = { value: 1 };
console.log('before');
o.method();
