// Durations decide, not the order of the calls.
setTimeout(() => console.log('60'), 60);
setTimeout(() => console.log('20'), 20);
setTimeout(() => console.log('100'), 100);
console.log('set');
