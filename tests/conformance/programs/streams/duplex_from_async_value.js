// Duplex.from of an async function that gives a value: a rejection that nobody handles, thrown by Node's own code.
const { Duplex } = require('stream');
const d = Duplex.from(async () => 'value');
console.log(d.readable, d.writable);
d.on('error', (error) => console.log('error', error.code));
process.on('exit', (code) => console.log('exit', code));
