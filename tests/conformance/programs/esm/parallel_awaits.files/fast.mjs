console.log('fast 1');
await null;
console.log('fast 2');
