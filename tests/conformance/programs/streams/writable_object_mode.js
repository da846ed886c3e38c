// objectMode counts objects; length, marks, falsy values.
const { Writable } = require('stream');
const seen = [];
const w = new Writable({ objectMode: true, highWaterMark: 2, write(object, encoding, done) { seen.push(object); setImmediate(done); } });
console.log(w.writableObjectMode, w.writableHighWaterMark);
for (const value of [0, '', false, { a: 1 }, [2], NaN]) console.log(w.write(value), w.writableLength);
w.on('drain', () => console.log('drain', seen, w.writableLength));
w.once('drain', () => { w.end({ last: true }); console.log(w.writableLength); });
w.on('finish', () => console.log('finish', seen));
