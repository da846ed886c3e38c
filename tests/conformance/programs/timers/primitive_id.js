// A timer as a number: clearTimeout takes it, once it was made one.
const t = setTimeout(() => console.log('never'), 10);
const id = +t;
console.log(typeof id, id > 0);
clearTimeout(id);
const u = setTimeout(() => console.log('never either'), 10);
clearTimeout(`${u}`);
setTimeout(() => console.log('end'), 30);
