// AbortError and its like: names, codes, stacks, how they print.
const ac = new AbortController();
ac.signal.addEventListener('abort', (e) => console.log(e.type, ac.signal.reason.name, ac.signal.reason.message));
ac.abort();
console.log(ac.signal.reason);
const { setTimeout: sleep } = require('timers/promises');
sleep(1000, null, { signal: ac.signal }).catch((e) => console.log(e.name, e.code, e.message));
AbortSignal.timeout(5).addEventListener('abort', function () { console.log(this.reason.name, this.reason.message); });
setTimeout(() => {}, 20);
try { ac.signal.throwIfAborted(); } catch (e) { console.log(String(e), e.stack.split('\n')[0]); }
const e = new DOMException('msg', 'AbortError');
console.log(e.stack.split('\n')[0], e.name);
console.log(e);
function f() { return new DOMException('x'); }
console.log(f());
console.log(new Error('plain').stack.split('\n').length);
