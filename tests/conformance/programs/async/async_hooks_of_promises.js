// Async hooks with promises among their resources: ids, triggers, before and after, what is resolved.
const { createHook, executionAsyncId, triggerAsyncId, executionAsyncResource } = require('async_hooks');
const fs = require('fs');
const log = []; const say = (...x) => log.push(x.join(' '));
const first = executionAsyncId();
const hook = createHook({
  init(id, type, trigger, resource) { say('init', type, id - first, trigger - first, resource.constructor.name); },
  before(id) { say('before', id - first); }, after(id) { say('after', id - first); }, destroy(id) { say('destroy', id - first); },
  promiseResolve(id) { say('resolve', id - first); },
}).enable();
Promise.resolve(1).then(() => say('then', executionAsyncId() - first, triggerAsyncId() - first));
(async () => { await 1; say('awaited', executionAsyncId() - first, executionAsyncResource().constructor.name); })();
setTimeout(() => { say('timeout'); hook.disable(); console.log(log.join('\n')); }, 5);
setImmediate(() => say('immediate', executionAsyncId() - first));
process.nextTick(() => say('tick', executionAsyncId() - first));
queueMicrotask(() => say('microtask', executionAsyncId() - first));
new Promise(() => {});
