// A name that is not there.
console.log('before');
console.log(missing);
