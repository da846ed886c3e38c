// Subclasses by util.inherits, by call without new, by mixing.
const util = require('util');
const { Readable, Writable, Duplex } = require('stream');
function Letters(text) { if (!(this instanceof Letters)) return new Letters(text); Readable.call(this, { encoding: 'utf8' }); this.letters = [...text]; }
util.inherits(Letters, Readable);
Letters.prototype._read = function () { this.push(this.letters.shift() ?? null); };
function Sink(options) { Writable.call(this, options); this.got = []; }
Object.setPrototypeOf(Sink.prototype, Writable.prototype); Object.setPrototypeOf(Sink, Writable);
Sink.prototype._write = function (chunk, e, done) { this.got.push(String(chunk)); done(); };
function Both() { Duplex.call(this); }
util.inherits(Both, Duplex);
Both.prototype._read = function () {}; Both.prototype._write = function (chunk, e, done) { this.push(String(chunk).split('').reverse().join('')); done(); }; Both.prototype._final = function (done) { this.push(null); done(); };
const sink = new Sink();
Letters('abc').pipe(sink).on('finish', () => {
  console.log(sink.got, sink.constructor.name, Letters.super_ === Readable, new Letters('') instanceof Readable);
  const both = new Both(); both.on('data', (x) => console.log('both', String(x))).on('end', () => console.log('end')).on('close', () => console.log('close')); both.write('abc'); both.end('xyz');
});
console.log(Readable() instanceof Readable, Writable() instanceof Writable, Duplex() instanceof Writable);
const bare = Object.create(Readable.prototype);
try { console.log(bare.readable, bare.destroyed, bare.readableFlowing); } catch (error) { console.log(error.name, error.message); }
console.log(Readable.prototype.readable, Readable.prototype.destroyed, Writable.prototype.writable);
