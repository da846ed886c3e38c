// Errors that a stream finds itself: emitted or destroying, by autoDestroy; emit('error') by hand destroys nothing.
const { Readable, Writable } = require('stream');
const wait = () => new Promise((resolve) => setTimeout(resolve, 10));
(async () => {
  for (const autoDestroy of [true, false]) {
    const r = new Readable({ autoDestroy, read() {} });
    let errors = [];
    r.on('error', (error) => errors.push(error.code ?? error.message)).on('close', () => errors.push('close'));
    r.push(5); await wait(); console.log(autoDestroy, 'bad push', errors, r.destroyed, r.errored?.code);
    r.push(null); r.push('late'); await wait(); console.log(autoDestroy, 'late push', errors, r.destroyed);
    errors = [];
    const w = new Writable({ autoDestroy, write(c, e, done) { done(); } });
    w.on('error', (error) => errors.push(error.code ?? error.message)).on('close', () => errors.push('close'));
    w.end(); w.write('late'); w.write('later'); await wait(); console.log(autoDestroy, 'late write', errors, w.destroyed, w.errored?.code);
    errors = [];
    const e = new Readable({ autoDestroy, read() {} });
    e.on('error', (error) => errors.push(error.message)).on('close', () => errors.push('close'));
    e.emit('error', new Error('by hand')); await wait(); console.log(autoDestroy, 'by hand', errors, e.destroyed, e.errored?.message);
    e.destroy(new Error('real')); e.emit('error', new Error('second by hand')); await wait(); console.log(autoDestroy, 'then destroyed', errors);
  }
})();
