// timeEnd of an unknown label warns; time twice warns.
process.on('warning', (w) => console.log(w.message));
console.timeEnd('nope');
console.time('a'); console.time('a');
