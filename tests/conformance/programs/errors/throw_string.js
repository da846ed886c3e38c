// Throwing what is not an error.
console.log('before');
throw 'just a string';
