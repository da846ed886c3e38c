// Explicit resource management by hand: try/finally in reverse order.
const open = (n) => ({ n, [Symbol.asyncDispose]: async () => console.log('closed', n) });
(async () => { const a = open('a'); try { const b = open('b'); try { console.log('work'); } finally { await b[Symbol.asyncDispose](); } } finally { await a[Symbol.asyncDispose](); } })();
