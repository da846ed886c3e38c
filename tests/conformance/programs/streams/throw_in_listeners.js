// Exceptions in data, end, finish, pipe's and callbacks' listeners: each ends the program's turn, not the process.
const { Readable, Writable } = require('stream');
const steps = ['data', 'end', 'close', 'readable', 'finish', 'write callback', 'drain', 'error'];
process.on('uncaughtException', (error) => { console.log('uncaught', error.message); setTimeout(next, 20); });
function next() {
  const step = steps.shift();
  if (!step) return;
  console.log(step);
  const thrower = () => { throw new Error(`in ${step}`); };
  const r = Readable.from(['x', 'y'].slice(step === 'data' ? 1 : 0)), w = new Writable({ highWaterMark: 1, write(c, e, done) { setImmediate(done); } });
  for (const [name, s] of [['r', r], ['w', w]]) for (const event of ['end', 'finish', 'close']) s.on(event, () => console.log(' ', name, event));
  if (['data', 'end', 'close', 'readable'].includes(step)) { r.on(step, thrower); if (step !== 'readable') r.resume(); }
  else if (step === 'write callback') { w.write('a', thrower); w.end('b'); }
  else if (step === 'error') { w.on('error', thrower); w.destroy(new Error('first')); }
  else { w.on(step, thrower); w.write('a'); if (step === 'finish') w.end(); }
}
next();
