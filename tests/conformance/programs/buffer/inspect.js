// How buffers look.
const { inspect } = require('util');
const b = Buffer.from('a'.repeat(60));
console.log(b, Buffer.alloc(50), Buffer.alloc(51), Buffer.alloc(0), [Buffer.from('x')], { b: Buffer.from('yz') });
const extra = Buffer.from('ab'); extra.note = 'hi'; extra[Symbol('s')] = 1;
console.log(extra, inspect(extra, { showHidden: true }));
require('buffer').INSPECT_MAX_BYTES = 3;
console.log(b);
class Special extends Uint8Array {}
console.log(new Special(2), new Uint8Array(Buffer.from('ab')), Buffer.from('abc').buffer.constructor.name, new ArrayBuffer(4), new DataView(new ArrayBuffer(2)));
console.log(inspect(new TextEncoder()), inspect(new TextDecoder('latin1', { fatal: true })));
