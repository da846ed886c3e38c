// nondeterministic: 2 ms set first, 1 ms set second
setTimeout(() => console.log('two'), 2);
setTimeout(() => console.log('one'), 1);
