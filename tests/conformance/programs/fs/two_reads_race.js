// nondeterministic: two independent jobs on the pool
const fs = require('fs');
fs.stat('hello.txt', () => console.log('stat hello'));
fs.stat('lines.txt', () => console.log('stat lines'));
