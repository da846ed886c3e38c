process.on('exit', (code) => console.log('exit', code));
console.log('before');
await null;
function thrower() { throw new TypeError('thrown at the top'); }
thrower();
