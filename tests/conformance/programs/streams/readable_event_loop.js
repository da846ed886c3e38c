// The 'readable' event: when it comes, how often, and what read() gives within.
const { Readable } = require('stream');
const r = new Readable({ read() { console.log('_read'); } });
r.on('readable', () => { console.log('readable', r.readableLength, r.readableFlowing); let c; while ((c = r.read()) !== null) console.log('got', String(c)); });
r.on('end', () => console.log('end')).on('close', () => console.log('close'));
console.log('flowing', r.readableFlowing, r.isPaused(), r.listenerCount('readable'));
process.nextTick(() => console.log('tick 1'));
r.push('a');
r.push('b');
process.nextTick(() => console.log('tick 2'));
setImmediate(() => {
  r.push('c');
  process.nextTick(() => console.log('tick 3'));
  Promise.resolve().then(() => console.log('microtask'));
  setImmediate(() => { r.push('d'); r.push(null); console.log('pushed null'); });
});
