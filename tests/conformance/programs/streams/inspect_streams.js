// util.inspect of streams: their fields, at depth 0, and of their states.
const { Readable, Writable, PassThrough } = require('stream');
const util = require('util');
const r = new Readable({ objectMode: true, read() {} });
r.push(1);
console.log(util.inspect(r, { depth: 0 }));
console.log(util.inspect(new Writable({ write() {} }), { depth: 0 }));
console.log(util.inspect(new PassThrough(), { depth: 0 }));
console.log(r);
const w = new Writable({ highWaterMark: 3, write(c, e, done) { setImmediate(done); } });
w.write('abcd'); w.on('drain', () => {});
console.log(w);
console.log(Object.keys(r._readableState), Object.keys(w._writableState));
console.log(util.inspect(w._writableState, { showHidden: false, depth: 0 }));
console.log(r._readableState.objectMode, r._readableState.length, r._readableState.buffer, w._writableState.getBuffer?.().length);
