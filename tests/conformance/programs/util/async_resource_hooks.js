// executionAsyncId and AsyncResource.
const { AsyncResource, executionAsyncId, AsyncLocalStorage } = require('async_hooks');
const als = new AsyncLocalStorage();
const r = als.run('bound', () => new AsyncResource('MINE'));
r.runInAsyncScope(() => console.log(als.getStore()));
const f = als.run('snapshot', () => AsyncLocalStorage.bind(() => als.getStore()));
console.log(f(), als.getStore(), executionAsyncId() > 0);
