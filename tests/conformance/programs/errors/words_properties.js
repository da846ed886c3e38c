// V8's words for properties of null and undefined, for what may not be written, and for definitions that are refused.
'use strict';
const show = (...tries) => { for (const f of tries) { try { f(); console.log(`${f} no error`); } catch (e) { console.log(`${f} ${e.name}: ${e.message}`); } } };
const o = { a: 1, get g() { return 1; }, nested: {}, [Symbol('s')]: 1 };
const frozen = Object.freeze({ a: 1, list: Object.freeze([1]), f() {} });
const sealed = Object.seal({ a: 1 });
const fixed = Object.preventExtensions({});
const key = 'k';
const symbol = Symbol('sym');
class A { get g() { return 1; } static get sg() { return 1; } #p = 1; static read(x) { return x.#p; } static write(x) { x.#p = 1; } static has(x) { return #p in x; } #m() {} static m(x) { x.#m(); } static setM(x) { x.#m = 1; } get #acc() { return 1; } static setAcc(x) { x.#acc = 1; } set #w(v) {} static getW(x) { return x.#w; } }
let nothing;
const empty = null;
const locked = Object.defineProperty({}, 'x', { value: 1 });
const accessor = Object.defineProperty({}, 'x', { get() {} });
function f() {}
show(
  () => nothing.x, () => empty.x, () => undefined.x, () => null.x, () => o.missing.x, () => o.nested.a.b, () => nothing[0], () => nothing[key], () => empty[symbol], () => nothing['a b'], () => nothing[{}], () => nothing.x(), () => o.missing.x(), () => nothing[key](),
  () => { nothing.x = 1; }, () => { empty.x = 1; }, () => { nothing[0] = 1; }, () => { nothing[key] = 1; }, () => { o.missing.x = 1; }, () => { nothing.x += 1; }, () => { nothing.x++; }, () => { delete nothing.x; }, () => { delete empty[key]; }, () => { empty[symbol] = 1; },
  () => { (void 0).x; }, () => { (() => {})().x; }, () => nothing.a.b.c, () => nothing?.a.b, () => o.nested?.a.b, () => new A().missing.x, () => [][0].x, () => [1, 2].find((x) => x > 5).name, () => 'x'.match(/y/)[0], () => new Map().get(1).x,
  () => { frozen.a = 2; }, () => { frozen.b = 2; }, () => { delete frozen.a; }, () => { frozen.list[0] = 5; }, () => { frozen.list.push(1); }, () => frozen.list.pop(), () => { frozen.list.length = 0; }, () => frozen.list.shift(), () => frozen.list.unshift(1), () => frozen.list.splice(0, 1), () => frozen.list.reverse(), () => frozen.list.fill(0), () => { frozen[symbol] = 1; },
  () => { sealed.b = 1; }, () => { delete sealed.a; }, () => { fixed.x = 1; }, () => { fixed[0] = 1; }, () => { fixed[symbol] = 1; }, () => { locked.x = 2; }, () => { delete locked.x; }, () => { accessor.x = 1; }, () => { o.g = 2; }, () => { new A().g = 1; }, () => { A.sg = 1; },
  () => { f.name = 'x'; }, () => { f.length = 1; }, () => { 'abc'.length = 1; }, () => { 'abc'[0] = 'x'; }, () => { 'abc'.x = 1; }, () => { (5).x = 1; }, () => { true.x = 1; }, () => { symbol.x = 1; }, () => { Math.PI = 3; }, () => { undefined = 1; }, () => { NaN = 1; }, () => { Infinity = 1; }, () => { globalThis.undefined = 1; },
  () => { delete [].length; }, () => { delete Object.prototype; }, () => { delete Math.PI; }, () => { [].length = -1; }, () => { [].length = 'x'; }, () => { A.prototype = 1; }, () => { A.name = 1; },
  () => Object.defineProperty(frozen, 'z', { value: 1 }), () => Object.defineProperty(locked, 'x', { value: 2 }), () => Object.defineProperty(1, 'x', {}), () => Object.defineProperty({}, 'x', 1), () => Object.defineProperty({}, 'x', { get: 1 }), () => Object.defineProperty({}, 'x', { get() {}, value: 1 }), () => Object.defineProperty({}, 'x', { set: 'no' }), () => Object.defineProperties({}, { a: 1 }), () => Object.defineProperty({}, 'x'),
  () => Object.create(1), () => Object.create(undefined), () => Object.setPrototypeOf({}, 1), () => Object.setPrototypeOf(undefined, {}), () => Object.setPrototypeOf(fixed, {}), () => { const a = {}; const b = Object.create(a); Object.setPrototypeOf(a, b); }, () => { const a = {}; a.__proto__ = a; a.__proto__ = Object.create(a); }, () => Object.keys(null), () => Object.entries(undefined), () => Object.assign(null), () => Object.assign(frozen, { a: 2 }), () => Object.fromEntries(5), () => Object.fromEntries([1]), () => Object.fromEntries(undefined), () => Object.getPrototypeOf(null), () => Object.groupBy(null), () => Object.groupBy([], 1), () => Reflect.ownKeys(1), () => Reflect.get(1), () => Reflect.has(1, 2), () => Reflect.setPrototypeOf(1), () => Reflect.defineProperty(1), () => Reflect.getPrototypeOf('x'),
  () => A.read({}), () => A.write({}), () => A.has(1), () => A.m({}), () => A.setM(new A()), () => A.setAcc(new A()), () => A.getW(new A()), () => A.read(null), () => A.read(undefined), () => A.write(5), () => { class P { #x; constructor(o) { return o; } } class Q extends P { #y; } const t = {}; new Q(t); new Q(t); },
);
