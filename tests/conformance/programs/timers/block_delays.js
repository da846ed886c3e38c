// Blocking for 30 ms delays a 5 ms timer; the elapsed time is at least 30.
const start = Date.now();
setTimeout(() => console.log('late by at least 25:', Date.now() - start >= 30), 5);
while (Date.now() - start < 30);
console.log('unblocked');
