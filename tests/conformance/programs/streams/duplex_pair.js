// duplexPair, where there is one.
const { duplexPair } = require('stream');
console.log(typeof duplexPair);
if (duplexPair) {
  const [a, b] = duplexPair({ highWaterMark: 4 });
  for (const [name, side] of [['a', a], ['b', b]]) { side.setEncoding('utf8'); for (const event of ['data', 'end', 'finish', 'close', 'drain']) side.on(event, (x) => console.log(name, event, x ?? '')); }
  console.log(a.write('hello'), b.write('hi'), a.constructor.name, a.readableHighWaterMark);
  setImmediate(() => { a.end('bye'); setImmediate(() => b.end()); });
}
