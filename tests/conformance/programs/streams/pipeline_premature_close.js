// Parts of a pipeline that close too early, by destroy() without an error.
const { pipeline, Readable, PassThrough, Writable } = require('stream');
const run = (name, act) => new Promise((resolve) => {
  const source = new Readable({ read() {} }); source.push('x');
  const middle = new PassThrough();
  const sink = new Writable({ write(c, e, done) { setImmediate(done); } });
  pipeline(source, middle, sink, (error) => { console.log(name, error?.name, error?.code, error?.message, source.destroyed, middle.destroyed, sink.destroyed); setTimeout(resolve, 5); });
  setTimeout(() => act({ source, middle, sink }), 5);
});
(async () => {
  await run('source', ({ source }) => source.destroy());
  await run('middle', ({ middle }) => middle.destroy());
  await run('sink', ({ sink }) => sink.destroy());
  await run('sink ended early', ({ sink }) => sink.end());
  await run('fine', ({ source }) => source.push(null));
  await run('source closes by event', ({ source }) => source.emit('close'));
  const gone = new Readable({ read() {} }); gone.destroy();
  setTimeout(() => pipeline(gone, new PassThrough(), (error) => console.log('already destroyed', error?.code)), 5);
  const over = Readable.from([]); over.resume();
  setTimeout(() => pipeline(over, new PassThrough(), (error) => console.log('already ended', error?.code)).resume?.(), 15);
})();
