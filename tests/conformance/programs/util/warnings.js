// emitWarning: to stderr and the event, on the next tick.
process.on('warning', (w) => console.log('event', w.name, w.code, w.message));
process.emitWarning('careful', { type: 'CustomWarning', code: 'W001', detail: 'some detail' });
process.emitWarning('plain');
process.nextTick(() => console.log('tick'));
console.log('sync');
