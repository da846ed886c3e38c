// A stream of lines that were given beforehand.
'use strict';
const { Stream } = require('stream');

function ArrayStream() {
  this.run = function(lines) {
    for (const line of lines) this.emit('data', `${line}\n`);
  };
}
Object.setPrototypeOf(ArrayStream.prototype, Stream.prototype);
Object.setPrototypeOf(ArrayStream, Stream);
Object.assign(ArrayStream.prototype, { readable: true, writable: true, pause() {}, resume() {}, write() {} });

module.exports = ArrayStream;
