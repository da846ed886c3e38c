// What worker_threads has on the main thread.
const { MessageChannel, Worker, workerData, parentPort, threadId, isMainThread, resourceLimits, SHARE_ENV, setEnvironmentData, getEnvironmentData, markAsUntransferable } = require('worker_threads');
console.log(isMainThread, workerData, parentPort, threadId, resourceLimits, typeof SHARE_ENV);
setEnvironmentData('a', 1); console.log(getEnvironmentData('a'));
const b = new ArrayBuffer(4); markAsUntransferable(b);
try { new MessageChannel().port1.postMessage(b, [b]); } catch (e) { console.log(e.name, e.message); }
const p = Buffer.from('pooled'); try { structuredClone(p, { transfer: [p.buffer] }); } catch (e) { console.log(e.name, e.message); }
