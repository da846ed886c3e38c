// Clearing inside callbacks: a later timer of the same pass, and oneself.
const start = Date.now();
const first = setTimeout(() => { console.log('first'); clearTimeout(first); clearTimeout(second); }, 0);
const second = setTimeout(() => console.log('second (never)'), 0);
const third = setTimeout(() => console.log('third'), 0);
while (Date.now() - start < 5);
