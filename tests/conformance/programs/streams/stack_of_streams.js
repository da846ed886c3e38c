// Where errors of streams come from, by their stacks' function names.
const { Readable, Writable, Transform, pipeline } = require('stream');
const names = (error) => error.stack.split('\n').filter((line) => /^ {4}at /.test(line)).slice(0, 3).map((line) => line.trim().replace(/\(.*[\\/]([^\\/]*?):\d+:\d+\)/, '($1)').replace(/^at \S*[\\/]([^\\/]*?):\d+:\d+$/, 'at $1'));
const r = new Readable({ read() { console.log('read', names(new Error())); this.push(null); } }); r.on('end', () => console.log('end', names(new Error()))).resume();
const w = new Writable({ write(c, e, done) { console.log('write', names(new Error())); done(); } }); w.write('x', () => console.log('callback', names(new Error())));
class Own extends Transform { _transform(c, e, done) { console.log('transform', names(new Error())); done(); } _flush(done) { console.log('flush', names(new Error())); done(); } }
new Own().end('x');
const d = new Readable({ read() {} }); d.on('error', (error) => console.log('dispose', names(error))); d[Symbol.asyncDispose]?.();
const late = new Writable({ write() {} }); late.on('error', (error) => console.log('late', names(error))); late.end(); late.write('x');
pipeline(new Readable({ read() {} }), new Writable({ write() {} }), (error) => console.log('closed', names(error))).destroy();
Readable.prototype['ext' + 'ra'] = function () { return names(new Error()); }; console.log(d.extra());
const plain = {}; plain.method = function () { return names(new Error()); }; plain['comp' + 'uted'] = function () { return names(new Error()); }; console.log(plain.method(), plain.computed());
