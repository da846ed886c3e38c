// A read() that throws, that is missing, that destroys, that pushes after null.
const { Readable } = require('stream');
const watch = (name, r) => { for (const event of ['data', 'end', 'error', 'close']) r.on(event, (x) => console.log(name, event, x instanceof Error ? `${x.code} ${x.message}` : x)); };
(async () => {
  watch('throws', new Readable({ read() { throw new Error('in read'); } }));
  await new Promise(setImmediate);
  watch('missing', new Readable());
  await new Promise(setImmediate);
  watch('destroys', new Readable({ read() { this.destroy(new Error('by read')); } }));
  await new Promise(setImmediate);
  let once = false;
  watch('after null', new Readable({ objectMode: true, read() { if (once) return; once = true; this.push(1); this.push(null); console.log('push', this.push(2)); } }));
  await new Promise(setImmediate);
  watch('null twice', new Readable({ read() { console.log(this.push(null), this.push(null)); } }));
  await new Promise(setImmediate);
  watch('async read', new Readable({ async read() { throw new Error('in an async read'); } }).on('newListener', () => {}));
  process.on('unhandledRejection', (error) => console.log('unhandledRejection', error.message));
})();
