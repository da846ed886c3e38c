// Thrown in an immediate: its tick never runs.
setImmediate(() => { process.nextTick(() => console.log('never')); throw new Error('in immediate'); });
setImmediate(() => console.log('never'));
