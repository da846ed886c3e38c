// A promise settled by one immediate: its reaction runs before the next immediate.
let settle;
const p = new Promise((resolve) => { settle = resolve; });
(async () => { await p; console.log('awaited'); await null; console.log('awaited more'); })();
setImmediate(() => { console.log('1'); settle(); });
setImmediate(() => console.log('2'));
