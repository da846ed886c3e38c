// What the reader has set of the program's streams (levers.rs): high-water marks, how much `_read` is asked for, how long source and sink take.
// A stream is known by how many were made before it: a side of it is made where its state is first put on it.
(function pull({ prototype, setTimeout, levers }) {
  const numbers = new WeakMap();
  let count = 0;
  const leverOf = (stream) => {
    if (!numbers.has(stream)) numbers.set(stream, count++);
    return levers[numbers.get(stream)];
  };
  const onSide = (key, set) => {
    Object.defineProperty(prototype, key, {
      __proto__: null,
      configurable: true,
      get() {},
      set(state) {
        Object.defineProperty(this, key, { __proto__: null, value: state, writable: true, enumerable: true, configurable: true });
        const lever = leverOf(this);
        if (lever) set(this, state, lever);
      },
    });
  };
  onSide('_readableState', (stream, state, { readableMark, chunk, sourceDelay }) => {
    if (readableMark !== undefined) state.highWaterMark = readableMark;
    if (chunk === undefined && sourceDelay === undefined) return;
    let own;
    const read = function _read(size) {
      const source = own ?? Object.getPrototypeOf(this)._read;
      const ask = () => { if (!this.destroyed) source.call(this, chunk ?? size); };
      if (sourceDelay) setTimeout(ask, sourceDelay);
      else ask();
    };
    Object.defineProperty(stream, '_read', { __proto__: null, configurable: true, get: () => read, set(value) { own = value; } });
  });
  onSide('_writableState', (stream, state, { writableMark, sinkDelay }) => {
    if (writableMark !== undefined) state.highWaterMark = writableMark;
    if (!sinkDelay) return;
    const written = state.onwrite;
    state.onwrite = (error) => { setTimeout(written, sinkDelay, error); };
  });
})
