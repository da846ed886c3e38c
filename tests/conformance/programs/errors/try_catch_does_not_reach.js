// try/catch around setTimeout catches nothing.
process.on('uncaughtException', (error) => console.log('uncaught', error.message));
try { setTimeout(() => { throw new Error('later'); }, 0); } catch { console.log('never'); }
try { process.nextTick(() => { throw new Error('tick'); }); } catch { console.log('never'); }
try { Promise.reject(new Error('rejected')).catch((e) => console.log('catch', e.message)); } catch { console.log('never'); }
const start = Date.now();
while (Date.now() - start < 5);
console.log('sync');
