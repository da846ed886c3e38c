// What write() refuses: thrown or emitted, in bytes mode and in object mode.
const { Writable } = require('stream');
(async () => {
  for (const objectMode of [false, true]) for (const value of [null, undefined, 5, true, {}, [1], Symbol('s'), '', new Uint16Array([1, 2]), new DataView(new ArrayBuffer(1)), new ArrayBuffer(2)]) {
    const w = new Writable({ objectMode, write(chunk, encoding, done) { console.log('  write', chunk, encoding); done(); } });
    w.on('error', (error) => console.log('  error', error.code));
    try { console.log(objectMode, value, w.write(value, (error) => console.log('  callback', error?.code))); } catch (error) { console.log(objectMode, value, 'throws', error.name, error.code, error.message); }
    await new Promise(setImmediate);
  }
  const missing = new Writable();
  missing.on('error', (error) => console.log(error.code, error.message)).on('close', () => console.log('close'));
  missing.write('x', (error) => console.log('callback', error.code));
})();
