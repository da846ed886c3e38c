// V8's words when something is called or constructed that cannot be: the callee as the program wrote it.
const show = (...tries) => { for (const f of tries) { try { f(); console.log(`${f} no error`); } catch (e) { console.log(`${f} ${e.name}: ${e.message}`); } } };
const o = { a: 1, list: [], nested: { deep: {} }, make: () => ({}) };
const key = 'a';
const text = 'text';
let nothing;
class A { #secret = 1; static s = 1; call() { this.#secret(); } me() { this.missing(); } }
show(
  () => o(), () => nothing(), () => o.a(), () => o.missing(), () => o.nested.deep.missing(), () => o['a'](), () => o[key](), () => o.list[0](), () => o[1](),
  () => o.make()(), () => o.make().x(), () => (1)(), () => 'text'(), () => text.missing(), () => null(), () => undefined(), () => true(), () => ({})(), () => [](), () => `t`(),
  () => (() => 1)()(), () => (function () {})()(), () => new A().missing(), () => new A().call(), () => new A().me(), () => A.missing(), () => A.s(), () => this.x(),
  () => o?.a(), () => o.nested?.missing(), () => o.a?.(), () => (o.a)(), () => (0, o.a)(), () => (o.a || o.list)(), () => (nothing ?? 1)(), () => o.a`x`, () => nothing`x`,
  () => [1, 2].missing(), () => 'x'.missing(), () => (5).missing(), () => /x/.missing(), () => (async () => {})().missing(), () => Math.missing(), () => JSON.parse('1')(), () => Symbol()(),
  () => new o(), () => new nothing(), () => new o.a(), () => new o.make(), () => new (() => {})(), () => new (class { static x() {} }).x(), () => new Math(), () => new (1)(), () => new JSON.parse('1'),
  () => new (o.make())(), () => new o[key](), () => new Symbol(), () => new BigInt(1), () => new (async () => {})(), () => new o.list[0](), () => new Math.max(), () => new (function* () {})(),
  () => A(), () => class {}(), () => Promise(), () => Map(), () => new (class B extends null {})(), () => new (class C extends A { constructor() {} })(), () => { class X extends o {} },
  () => { class X extends nothing {} }, () => { class X extends o.make {} }, () => { class X extends 5 {} }, () => [1].map(), () => [1].map(5), () => [1].forEach({}), () => [1].filter('x'), () => [1].reduce(null),
  () => [1].sort(5), () => [3, 1].toSorted('x'), () => [1].find(), () => [1].some([]), () => new Map().forEach(1), () => 'x'.replaceAll(/x/, ''), () => Array.from([1], 5), () => Reflect.apply(1), () => Reflect.construct(1),
  () => Function.prototype.call.call(1), () => Function.prototype.toString.call({}), () => setTimeout.call.call(5), () => o.a.bind(), () => queueMicrotask.apply.call(o),
  () => { for (const f of [o.a]) f(); }, () => { const { a } = o; a(); }, () => { const [x] = [1]; x(); }, () => eval('1')(), () => { nothing.call(); }, () => { (nothing || o).missing(1, 2); },
  () => o.make().make().x, () => o.list.map(o.a), () => Object.entries(o).mapp(), () => process.missing(), () => require('fs').missing(), () => console.logg('x'), () => super_(), () => { with_.x(); },
);
(async () => { try { await o.missing(); } catch (e) { console.log(`${e.name}: ${e.message}`); } })();
