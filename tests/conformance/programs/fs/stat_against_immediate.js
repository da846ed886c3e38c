// nondeterministic: one job may be done before the first check phase
const fs = require('fs');
fs.stat('hello.txt', () => console.log('stat'));
setImmediate(() => console.log('immediate'));
