// Thrown in an async function before the first await: still a rejection.
async function f() { throw new Error('async'); }
f();
console.log('sync goes on');
process.on('exit', (code) => console.log('exit', code));
