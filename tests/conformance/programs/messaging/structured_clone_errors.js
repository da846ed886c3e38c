// What can't be cloned, in V8's words.
const tries = {
  arrow: () => structuredClone(() => {}), method: () => structuredClone({ f() { return 1; } }), function: () => structuredClone(function named(a, b) { return a; }), class: () => structuredClone(class X {}),
  symbol: () => structuredClone(Symbol('x')), promise: () => structuredClone(Promise.resolve()), weakmap: () => structuredClone(new WeakMap()), weakset: () => structuredClone([new WeakSet()]), weakref: () => structuredClone(new WeakRef({})),
  proxy: () => structuredClone(new Proxy({}, {})), generator: () => structuredClone((function* () {})()), iterator: () => structuredClone([][Symbol.iterator]()), url: () => structuredClone(new URL('http://a')),
  inMap: () => structuredClone(new Map([[() => 1, 2]])), getter: () => structuredClone({ get x() { throw new Error('from getter'); } }), wrappedSymbol: () => structuredClone(Object(Symbol('q'))), args: () => structuredClone((function () { return arguments; })(1)),
  none: () => structuredClone(), options: () => structuredClone(1, 5), transfer: () => structuredClone(1, { transfer: 1 }), transferNumber: () => structuredClone(1, { transfer: [1] }), transferObject: () => structuredClone(1, { transfer: [{}] }),
  twice: () => { const b = new ArrayBuffer(1); structuredClone(b, { transfer: [b, b] }); }, detached: () => { const b = new ArrayBuffer(1); structuredClone(b, { transfer: [b] }); structuredClone(b); },
  retransfer: () => { const b = new ArrayBuffer(1); structuredClone(b, { transfer: [b] }); structuredClone(1, { transfer: [b] }); },
};
for (const [name, go] of Object.entries(tries)) try { console.log(name, go()); } catch (e) { console.log(name, e.name, e.code, e.message, e.constructor.name, e instanceof DOMException); }
const buffer = new ArrayBuffer(8); const bytes = new Uint8Array(buffer); bytes[0] = 7;
const moved = structuredClone({ bytes, buffer }, { transfer: [buffer] });
console.log(buffer.byteLength, bytes.length, moved.bytes[0], moved.buffer.byteLength, moved.bytes.buffer === moved.buffer);
