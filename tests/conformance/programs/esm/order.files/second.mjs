import './third.mjs';
console.log('second');
