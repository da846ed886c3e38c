console.log('slow begins');
await null;
console.log('slow ends');
export const value = 1;
