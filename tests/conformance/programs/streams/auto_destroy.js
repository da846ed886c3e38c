// autoDestroy and emitClose, on and off, for each kind.
const { Readable, Writable, Duplex, Transform } = require('stream');
const wait = () => new Promise((resolve) => setTimeout(resolve, 10));
(async () => {
  for (const autoDestroy of [undefined, true, false]) for (const emitClose of [undefined, false]) {
    const name = `${autoDestroy} ${emitClose}`;
    const options = { autoDestroy, emitClose, read() { this.push(null); }, write(c, e, done) { done(); }, transform(c, e, done) { done(); } };
    for (const Class of [Readable, Writable, Duplex, Transform]) {
      const s = new Class(options);
      const heard = [];
      for (const event of ['end', 'finish', 'close']) s.on(event, () => heard.push(event));
      s.resume?.(); s.end?.();
      await wait();
      console.log(name, Class.name, heard, s.destroyed, s.closed);
      s.destroy(); await wait();
      console.log('  destroyed', heard, s.destroyed, s.closed);
    }
    const f = new Writable({ autoDestroy, emitClose, write(c, e, done) { done(new Error('fails')); } });
    const heard = [];
    for (const event of ['error', 'close']) f.on(event, () => heard.push(event));
    f.write('x'); await wait(); f.write('y', (error) => heard.push(error.message)); await wait();
    console.log(name, 'failing', heard, f.destroyed, f.errored?.message);
  }
})();
