// functions: (top)
'use strict';
const { readFileSync } = require('fs');
console.log('start');
process.nextTick(() => console.log('tick'));
setImmediate(function () { console.log('immediate'); });
async function main() { await null; console.log('after'); }
main().then(() => {});
var unusedVar; var usedVar = 1; usedVar++;
try { readFileSync('/nothing'); } catch (error) { console.log(error.code); }
