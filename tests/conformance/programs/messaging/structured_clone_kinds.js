// What structuredClone makes of each kind of value.
const shared = { s: 1 };
const values = [1, 'text', true, null, undefined, -0, NaN, 10n, new Number(3), new String('str'), new Boolean(false), Object(5n), new Date(86400000), /a+/giu,
  new Map([['k', { v: 1 }], [shared, shared]]), new Set([1, [2]]), [1, , 3], Object.assign([1, 2], { extra: true }), new Uint8Array([1, 2, 3]), new Float64Array([1.5]), new BigInt64Array([5n]),
  new DataView(new ArrayBuffer(4), 1, 2), new ArrayBuffer(3), Buffer.from('hi'), new Error('plain'), Math, JSON, new (class Point { constructor() { this.x = 1; } get y() { return 2; } })(), Object.create({ inherited: 1 }, { own: { value: 2, enumerable: true }, hidden: { value: 3 } }),
  { get computed() { return 'read'; } }, { [Symbol('s')]: 1, a: 2 }, new (class Sub extends Map {})(), [shared, shared], new ArrayBuffer(4, { maxByteLength: 16 })];
for (const value of values) {
  const copy = structuredClone(value);
  if (value instanceof Error) console.log(copy.name, copy.message, copy.stack === value.stack, copy instanceof Error); else console.log(copy, Object.prototype.toString.call(copy), copy === value);
}
const cycle = { name: 'c', list: [] }; cycle.self = cycle; cycle.list.push(cycle); const copied = structuredClone(cycle);
console.log(copied, copied.self === copied, copied.list[0] === copied);
const both = structuredClone([shared, shared]); console.log(both[0] === both[1]);
for (const error of [new TypeError('t'), new RangeError('r'), new SyntaxError('s'), new ReferenceError('f'), new EvalError('e'), new URIError('u'), new AggregateError([1], 'agg'), Object.assign(new Error('m', { cause: { why: 1 } }), { code: 'X', name: 'Custom' }), new (class MyError extends Error { name = 'MyError'; })('mine')]) {
  const copy = structuredClone(error);
  console.log(copy.name, copy.message, copy.constructor.name, copy.cause, copy.code, copy.errors, Object.getOwnPropertyNames(copy));
}
const aborted = structuredClone(new DOMException('gone', 'AbortError')); console.log(aborted.name, aborted.message, aborted.code, aborted instanceof DOMException);
const regexp = /x/g; regexp.lastIndex = 3; console.log(structuredClone(regexp).lastIndex);
const view = new Uint16Array(new ArrayBuffer(8), 2, 2); const viewCopy = structuredClone(view); console.log(viewCopy.byteOffset, viewCopy.length, viewCopy.buffer.byteLength);
const pair = structuredClone({ a: view, b: view.buffer }); console.log(pair.a.buffer === pair.b);
console.log(structuredClone(Object.create(null)), Object.getPrototypeOf(structuredClone(Object.create(null))) === Object.prototype);
