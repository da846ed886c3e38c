// More of structuredClone: private fields, shared buffers, causes, what is lost.
console.log(structuredClone({ a: [1, { b: new Date(5) }], u: undefined, n: null, inf: Infinity }));
class A { #p = 1; x = 2; get g() { return 3; } static s = 1; }
console.log(structuredClone(new A()), structuredClone([undefined, , null]), structuredClone('😀'));
const sab = new SharedArrayBuffer(4); const c = structuredClone(sab); new Uint8Array(sab)[0] = 9; console.log(new Uint8Array(c)[0]);
try { structuredClone({ a: { b: { c: () => 1 } } }); } catch (e) { console.log(e); }
console.log(structuredClone(Object.freeze({ a: 1 })), Object.isFrozen(structuredClone(Object.freeze({ a: 1 }))));
console.log(structuredClone(new Date(NaN)), structuredClone(new Map([[NaN, 1]])).get(NaN), Object.keys(structuredClone({ 2: 'b', 1: 'a', z: 0 })));
console.log(structuredClone(Object.assign([1], { a: 1 })), structuredClone(new (class X extends Array {})(3)));
console.log(structuredClone(new Error('x', { cause: new TypeError('inner') })).cause.message);
const e = structuredClone(Object.assign(new Error('props'), { code: 5 })); console.log(e.code, e.message);
console.log(structuredClone([1n, -0, Object(-0)]));
