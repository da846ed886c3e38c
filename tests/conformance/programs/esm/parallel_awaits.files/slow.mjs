console.log('slow 1');
await new Promise((r) => setTimeout(r, 20));
console.log('slow 2');
