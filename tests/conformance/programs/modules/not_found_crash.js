// Uncaught.
console.log('before');
require('./nope');
