// The same uncaught.
console.log('before');
new Array(-1);
