// Symbol.asyncIterator by hand.
const countdown = { from: 3, [Symbol.asyncIterator]() { let n = this.from; return { next: () => new Promise((r) => setImmediate(() => r(n > 0 ? { value: n--, done: false } : { done: true }))) }; } };
(async () => { for await (const n of countdown) console.log(n); console.log('lift-off'); })();
