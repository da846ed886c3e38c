// A Duplex: two sides with modes, marks and ends of their own.
const { Duplex } = require('stream');
let n = 0;
const d = new Duplex({
  readableObjectMode: true, writableHighWaterMark: 3,
  read() { this.push(n < 3 ? { n: n++ } : null); },
  write(chunk, e, done) { console.log('write', String(chunk)); done(); },
  final(done) { console.log('final'); done(); },
  destroy(error, done) { console.log('destroy', error); done(error); },
});
console.log(d.readableObjectMode, d.writableObjectMode, d.readableHighWaterMark, d.writableHighWaterMark, d.allowHalfOpen, d.readable, d.writable);
for (const event of ['end', 'prefinish', 'finish', 'close']) d.on(event, () => console.log(event, d.readable, d.writable, d.destroyed));
d.on('data', (x) => console.log('data', x));
console.log(d.write('ab'), d.write('cd'));
setImmediate(() => { console.log('immediate'); d.end('last'); });
const keys = []; for (const key in d) if (/^(readable|writable)/.test(key)) keys.push(key);
console.log(keys, Object.keys(d));
