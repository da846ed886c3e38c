// V8's promise hooks: each promise's making, its parent, its jobs, when it is resolved.
const { promiseHooks } = require('v8');
const ids = new Map(); const id = (p) => { if (!ids.has(p)) ids.set(p, ids.size + 1); return ids.get(p); };
const log = [];
const stop = promiseHooks.createHook({
  init(p, parent) { log.push(`init ${id(p)} ${parent ? id(parent) : '-'}`); },
  before(p) { log.push(`before ${id(p)}`); },
  after(p) { log.push(`after ${id(p)}`); },
  settled(p) { log.push(`settled ${id(p)}`); },
});
const a = Promise.resolve(1);
const b = a.then((x) => x + 1);
new Promise((r) => r(5)).then(() => 2, () => 3);
(async () => { await null; await b; return 7; })();
Promise.reject(new Error('x')).catch(() => {});
Promise.all([a, b]);
Promise.race([a]);
Promise.allSettled([a]);
setTimeout(() => { stop(); console.log(log.join('\n')); });
