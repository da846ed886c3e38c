// require('stream') itself: the old base class with pipe(), and what instanceof says.
const Stream = require('stream');
const util = require('util');
const old = new Stream();
const sink = new Stream();
sink.writable = true;
sink.write = (chunk) => { console.log('write', chunk); return chunk !== 'b'; };
sink.end = (chunk) => { console.log('end', chunk); sink.emit('finish'); };
sink.destroy = () => console.log('destroy');
old.readable = true;
old.pause = () => console.log('pause');
old.resume = () => console.log('resume');
console.log(old.pipe(sink) === sink, old.eventNames(), sink.eventNames());
old.emit('data', 'a'); old.emit('data', 'b');
sink.emit('drain');
old.emit('end');
console.log(old.eventNames(), sink.eventNames());
const closing = new Stream(), target = new Stream();
target.writable = true; target.write = () => true; target.end = () => console.log('ended'); target.destroy = () => console.log('destroyed');
closing.pipe(target); closing.emit('close');
const failing = new Stream(), t2 = new Stream(); t2.write = () => true;
failing.pipe(t2);
try { failing.emit('error', new Error('unheard')); } catch (error) { console.log('thrown', error.message, failing.listenerCount('error')); }
failing.pipe(t2, { end: false }); failing.on('error', (error) => console.log('heard', error.message)); failing.emit('error', new Error('second'));
for (const name of ['Readable', 'Writable', 'Duplex', 'Transform', 'PassThrough']) { const s = new Stream[name](); console.log(name, s instanceof Stream, s instanceof Stream.Readable, s instanceof Stream.Writable, s instanceof Stream.Duplex, s instanceof require('events')); }
console.log(Stream === Stream.Stream, Stream.name, typeof Stream._uint8ArrayToBuffer, typeof Stream._isUint8Array, Stream.super_?.name, Stream.Readable.super_, util.types.isProxy(Stream));
console.log(Object.create(Stream.Writable.prototype) instanceof Stream.Writable, {} instanceof Stream.Writable, null instanceof Stream.Writable);
class W extends Stream.Writable {} console.log(new Stream.Duplex() instanceof W, new W() instanceof W);
