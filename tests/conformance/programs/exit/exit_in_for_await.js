// Exit from the body of a for await: the generator's finally does not run.
async function* values() { try { yield 1; } finally { console.log('never'); } }
(async () => { for await (const value of values()) { console.log(value); process.exit(7); } })();
setTimeout(() => console.log('never'), 1);
