// A Duplex that gives back what is written, with backpressure between its sides.
const { Duplex } = require('stream');
class Echo extends Duplex {
  #held = null;
  constructor() { super({ highWaterMark: 4 }); }
  _read() { console.log('_read', !!this.#held); if (this.#held) { const held = this.#held; this.#held = null; held(); } }
  _write(chunk, encoding, done) { console.log('_write', String(chunk)); if (this.push(chunk)) done(); else this.#held = done; }
  _final(done) { console.log('_final'); this.push(null); done(); }
}
const echo = new Echo();
for (const x of ['abc', 'defgh', 'ij', 'k']) console.log(echo.write(x));
echo.end();
for (const event of ['drain', 'finish', 'end', 'close']) echo.on(event, () => console.log(event));
setTimeout(() => echo.on('data', (x) => console.log('data', String(x))), 20);
