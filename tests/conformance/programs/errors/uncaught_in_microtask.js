// Thrown in queueMicrotask, without a handler.
queueMicrotask(() => { console.log('a'); throw new Error('in microtask'); });
queueMicrotask(() => console.log('b'));
