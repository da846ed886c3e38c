// PassThrough gives on what it gets; and counts what goes by.
const { PassThrough, Readable } = require('stream');
const p = new PassThrough();
p.on('data', (chunk) => console.log('data', String(chunk), p.bytes = (p.bytes ?? 0) + chunk.length));
for (const event of ['pipe', 'unpipe', 'resume', 'finish', 'end', 'close', 'prefinish']) p.on(event, (x) => console.log(event, x?.constructor.name));
Readable.from(['one', 'two', 'three']).pipe(p);
const o = new PassThrough({ objectMode: true, highWaterMark: 1 });
const object = { same: true };
o.on('data', (x) => console.log('same object', x === object));
console.log(o.write(object), o.writableLength, o.readableLength);
const called = require('stream').PassThrough();
console.log(called instanceof PassThrough, PassThrough.prototype.__proto__.constructor.name, Object.getOwnPropertyNames(PassThrough.prototype));
