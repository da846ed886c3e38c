// Two async functions take turns at their awaits.
async function f(name) { for (let i = 0; i < 3; i++) { console.log(name, i); await null; } return name; }
Promise.all([f('a'), f('b')]).then(console.log);
console.log('sync');
