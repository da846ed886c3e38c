// let before its line.
try { console.log(early); } catch (error) { console.log(error.name, error.message); }
let early = 1;
console.log(typeof undeclared);
