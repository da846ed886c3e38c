// With a 'readable' listener 'data' comes only from read(); without it flowing goes on.
const { Readable } = require('stream');
let n = 0;
const r = new Readable({ objectMode: true, read() { this.push(n < 6 ? n++ : null); } });
r.on('data', (chunk) => console.log('data', chunk));
console.log('flowing', r.readableFlowing);
let times = 0;
const onReadable = () => {
  console.log('readable', r.readableFlowing);
  if (++times === 1) { console.log('read', r.read()); console.log('read', r.read()); }
  r.removeListener('readable', onReadable);
  console.log('removed', r.readableFlowing);
  process.nextTick(() => console.log('tick', r.readableFlowing));
};
r.on('readable', onReadable);
console.log('flowing', r.readableFlowing);
r.resume();
console.log('after resume', r.readableFlowing);
r.on('end', () => console.log('end', r.readableFlowing));
