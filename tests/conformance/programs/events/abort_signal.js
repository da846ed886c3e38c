// An aborted signal: reason, listener order, throwIfAborted, any.
const ac = new AbortController();
const any = AbortSignal.any([ac.signal, AbortSignal.abort === undefined ? ac.signal : new AbortController().signal]);
any.addEventListener('abort', () => console.log('any aborted', any.reason.message));
ac.signal.addEventListener('abort', () => console.log('aborted', ac.signal.aborted));
ac.abort(new Error('stop'));
try { ac.signal.throwIfAborted(); } catch (error) { console.log('throws', error.message); }
console.log(AbortSignal.abort().reason.name);
