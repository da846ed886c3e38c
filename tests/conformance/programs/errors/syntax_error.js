// A syntax error: nothing runs.
console.log('never');
const a = ;
