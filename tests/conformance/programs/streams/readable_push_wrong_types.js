// What push() takes for a chunk, and what it says of the rest.
const { Readable } = require('stream');
const values = [1, true, {}, [], Symbol.iterator, () => {}, 1n, undefined, '', Buffer.alloc(0), new Uint8Array([65, 66]), new Uint16Array([65]), new DataView(new ArrayBuffer(2)), new ArrayBuffer(1), 'text'];
(async () => {
  for (const value of values) {
    const r = new Readable({ read() {} });
    let event = 'nothing';
    r.on('error', (error) => { event = `${error.name} ${error.code} ${error.message}`; });
    r.on('close', () => { event += ' closed'; });
    const name = typeof value === 'symbol' ? 'symbol' : Object.prototype.toString.call(value);
    try { console.log(name, 'push', r.push(value), r.readableLength); } catch (error) { console.log(name, 'throws', error.code, error.message); }
    await new Promise(setImmediate);
    console.log('  ', event, r.destroyed, r.errored?.code, r.read());
  }
})();
