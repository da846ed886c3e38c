// cork() and uncork(): nesting, writev, what flushes.
const { Writable } = require('stream');
const make = (name) => new Writable({
  write(chunk, encoding, done) { console.log(name, 'write', String(chunk)); done(); },
  writev(chunks, done) { console.log(name, 'writev', chunks.map(({ chunk, encoding }) => [String(chunk), encoding])); done(); },
});
const a = make('a');
a.cork();
console.log(a.writableCorked, a.write('1'), a.write('2', 'latin1'), a.writableLength);
a.cork(); a.write(Buffer.from('3'));
console.log(a.writableCorked);
a.uncork(); console.log('uncorked once', a.writableCorked);
a.uncork(); console.log('uncorked twice', a.writableCorked, a.writableLength);
a.uncork(); console.log(a.writableCorked);
a.write('4', (error) => console.log('callback 4', error)); a.write('5');
const b = make('b');
b.cork();
for (const x of ['x', 'y', 'z']) b.write(x, () => console.log('b callback', x));
process.nextTick(() => { console.log('tick'); b.uncork(); console.log('b', b.writableLength); });
const c = make('c');
c.cork(); c.cork(); c.write('p'); c.write('q');
c.end('r', () => console.log('c ended', c.writableCorked));
c.on('finish', () => console.log('c finish'));
const d = new Writable({ write(chunk, e, done) { console.log('d write', String(chunk)); done(); } });
d.cork(); d.write('one'); d.write('two'); console.log('d', d.writableLength); d.uncork(); console.log('d', d.writableLength);
