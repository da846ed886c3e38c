// Which helpers there are at all, their names and lengths; asIndexedPairs where it lives.
const { Readable } = require('stream');
const names = ['map', 'filter', 'forEach', 'toArray', 'some', 'find', 'every', 'flatMap', 'drop', 'take', 'asIndexedPairs', 'reduce', 'compose', 'iterator', 'wrap', 'errored', 'closed', 'readableDidRead', 'readableAborted'];
for (const name of names) { const d = Object.getOwnPropertyDescriptor(Readable.prototype, name); console.log(name, d && (d.value ? [d.value.name, d.value.length, d.enumerable] : [typeof d.get, typeof d.set, d.enumerable])); }
console.log(Object.keys(require('stream')).sort().join());
console.log(Object.keys(require('stream/promises')), Object.keys(require('stream/consumers')), Object.keys(require('stream/web')).sort().join());
console.log(Object.getOwnPropertyNames(Readable).sort().join());
console.log(Object.getOwnPropertyNames(Readable.prototype).sort().join());
console.log(Object.getOwnPropertyNames(require('stream').Writable.prototype).sort().join());
console.log(Object.getOwnPropertyNames(require('stream').Duplex.prototype).sort().join());
if (Readable.prototype.asIndexedPairs) Readable.from(['a', 'b']).asIndexedPairs().toArray().then((x) => console.log(x));
