// Streams and Symbol.asyncDispose: by hand, and what kinds of streams have it.
const { Readable, Writable, Duplex } = require('stream');
const symbol = Symbol.asyncDispose;
console.log(typeof symbol, [Readable, Writable, Duplex].map((Class) => typeof Class.prototype[symbol]).join());
(async () => {
  for (const s of [new Readable({ read() {} }), new Writable({ write() {} }), new Duplex({ read() {}, write() {} })]) {
    if (!s[symbol]) continue;
    s.on('error', (error) => console.log(s.constructor.name, 'error', error.name, error.message)).on('close', () => console.log(s.constructor.name, 'close'));
    const p = s[symbol](); console.log(p instanceof Promise, s.destroyed); console.log(await p, s.closed);
    console.log('again', await s[symbol]());
  }
  const ended = Readable.from([1]); ended.on('error', () => console.log('never')); ended.resume(); await new Promise((resolve) => ended.on('end', resolve));
  if (ended[symbol]) { await ended[symbol](); console.log(ended.destroyed, ended.errored); }
})();
