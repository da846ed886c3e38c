// A method of undefined.
const user = undefined;
console.log('before');
user.name.length;
console.log('never');
