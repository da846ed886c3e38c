// Where end, close, finished ticks and microtasks stand, for empty and for short streams.
const { Readable } = require('stream');
const watch = (name, r) => { for (const event of ['readable', 'end', 'close']) r.on(event, () => { console.log(name, event); if (event === 'readable') r.read(); process.nextTick(() => console.log(name, event, 'tick')); Promise.resolve().then(() => console.log(name, event, 'microtask')); }); };
const empty = new Readable({ read() { this.push(null); } });
watch('empty', empty);
setImmediate(() => {
  const short = new Readable({ read() {} });
  watch('short', short);
  short.push('x'); short.push(null);
  console.log('pushed', short.readable, short.readableEnded, short.readableAborted, short.readableDidRead);
  setImmediate(() => {
    console.log(short.readable, short.readableEnded, short.destroyed, short.closed, short.readableDidRead, short.readableAborted);
    const never = new Readable({ read() { this.push(null); } });
    never.on('end', () => console.log('never end')).on('close', () => console.log('never close'));
    setImmediate(() => console.log('not read', never.readableEnded, never.destroyed));
  });
});
