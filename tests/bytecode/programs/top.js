// functions: (top) inc
const fs = require('fs'); let n = 0; function inc() { n++; return fs; }
inc(); module.exports = { inc }; setTimeout(() => { n = 2; }, 0);
for (let i = 0; i < 2; i++) { Promise.resolve(i).then(v => v); }
