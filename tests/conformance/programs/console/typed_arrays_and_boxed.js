// Buffers, typed arrays, boxed values, getters, proxies.
console.log(Buffer.from('hi'), new Uint8Array([1, 2]), new ArrayBuffer(4), new Float64Array(2));
console.log(new String('s'), new Number(-0), new Boolean(false), Object(Symbol('x')), Object(1n));
console.log({ get a() { return 1; }, set a(v) {}, get b() { return 2; }, set c(v) {} }, new Proxy({ p: 1 }, {}));
console.log(Math, JSON, globalThis === global, Reflect, [Symbol.iterator], new Set([[1]]).entries(), new Map([[1, 2]]).keys());
