// pause and resume in one turn, and readableFlowing set by hand.
const { Readable } = require('stream');
const make = () => { let n = 0; return new Readable({ objectMode: true, read() { this.push(n < 3 ? n++ : null); } }); };
(async () => {
  const a = make();
  a.on('pause', () => console.log('a pause')).on('resume', () => console.log('a resume')).on('data', (d) => console.log('a', d)).on('end', () => console.log('a end'));
  a.pause(); a.resume(); a.pause(); a.resume();
  await new Promise(setImmediate);
  const b = make();
  b.on('resume', () => console.log('b resume'));
  b.resume();
  await new Promise((resolve) => b.on('end', resolve));
  console.log('b ended without listeners for data', b.readableLength);
  const c = make();
  c.on('data', (d) => console.log('c', d));
  c.pause();
  await new Promise(setImmediate);
  console.log('c', c.readableFlowing, c.readableLength);
  c.readableFlowing = true;
  console.log('c', c.readableFlowing);
  c.read();
  await new Promise(setImmediate);
  const d = make();
  const listener = (x) => { console.log('d', x); d.removeListener('data', listener); };
  d.on('data', listener);
  d.on('end', () => console.log('d end', d.readableFlowing));
  await new Promise(setImmediate);
  console.log('d', d.readableFlowing, d.listenerCount('data'), d.readableEnded);
})();
