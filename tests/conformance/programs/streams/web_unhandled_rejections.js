// Web streams that fail: which of their promises count as unhandled, and which are marked as handled.
process.on('unhandledRejection', (error) => console.log('unhandled', error?.message ?? error));
const fails = () => new ReadableStream({ start(c) { c.error(new Error('source')); } });
const steps = {
  nothing() { fails(); new WritableStream({ start() { return Promise.reject(new Error('sink')); } }); },
  reader() { fails().getReader(); },
  read() { fails().getReader().read(); },
  writer() { new WritableStream({ write() { throw new Error('write'); } }).getWriter(); },
  write() { new WritableStream({ write() { throw new Error('write'); } }).getWriter().write(1); },
  pipe() { fails().pipeTo(new WritableStream()); },
  through() { fails().pipeThrough(new TransformStream()); },
  tee() { fails().tee(); },
  cancel() { new ReadableStream({ cancel() { throw new Error('cancel'); } }).cancel(); },
  transform() { new TransformStream({ transform() { throw new Error('transform'); } }).writable.getWriter().write(1); },
};
const next = () => { const [name] = Object.keys(steps); if (!name) return; const step = steps[name]; delete steps[name]; console.log(name); step(); setTimeout(next, 20); };
next();
