console.log('third begins');
await Promise.resolve();
console.log('third ends');
