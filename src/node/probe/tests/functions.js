//= names of functions
const a = () => {}; let b = function () {}; var c = async () => {}; const d = class {}; let e; e = () => {}; const { f = () => {} } = {}; const [g = function () {}] = []; const o = { h: () => {}, i: function () {}, j() {}, ['k' + 1]: () => {}, get l() { return 1 } }; log([a, b, c, d, e, f, g, o.h, o.i, o.j, o.k1].map((x) => x.name).join(), Object.getOwnPropertyDescriptor(o, 'l').get.name)
//= names with parentheses and without
const a = (function () {}); const b = (() => {}); const c = (0, () => {}); let d; (d) = function () {}; const e = ((class {})); log(JSON.stringify([a, b, c, d, e].map((x) => x.name)))
//= names through logical assignment and defaults
let a, b = null, c = 1; a ||= () => {}; b ??= function () {}; c &&= class {}; const f = (p = () => {}) => p.name; log(a.name, b.name, c.name, f())
//= names of class members
class A { static f = () => {}; #p = () => {}; m = function () {}; static s() {} get g() { return 1 } pn() { return this.#p.name } static [Symbol('sy')]() {} } log(A.f.name, new A().m.name, A.s.name, new A().pn(), A.name)
//= names of returned and nested arrows
const mk = () => () => {}; const mk2 = () => function () {}; const o = { a: mk(), b: mk2() }; log(JSON.stringify([mk().name, mk2().name, o.a.name, (() => {}).name]))
//= names inside wrapped initialisers
const id = (x) => x; const a = id(() => {}), b = id(function () {}, 1), c = id(class {}); log(JSON.stringify([a.name, b.name, c.name]))
//= length and toString
function f(a, b = 1, ...c) { /* body */ return a + b } log(f.length, f.toString(), ((x, y) => x + y).length)
//= toString of everything
class K extends Array { static s = 1; #p = [1].map((x) => x); constructor() { super(1); log('k') } m(a = Math.max(1, 2)) { return a } get g() { return this.m() } static async *ag() { yield await 1 } } const o = { m() { return Math.min(1) }, async am() { await 1 }, *gm() { yield* [] } }; log(K.toString(), K.prototype.m.toString(), Object.getOwnPropertyDescriptor(K.prototype, 'g').get.toString(), K.ag.toString(), o.m.toString(), o.am.toString(), o.gm.toString())
//= toString of arrows
const a = x => x, b = (x) => ({ x }), c = async x => await x, d = () => { return 1 }, e = x => y => x + Math.abs(y), f = (x = Math.max(1)) => x; log([a, b, c, d, e, f, e(1)].map(String).join('\n'))
//= toString of arrows as arguments
const show = (...f) => f.map(String).join(' ; '); log(show(x => x), show(x => Math.max(x, 1), y => y()), show((x) => x, 1), show(function () { return show() }, 2))
//= toString via String concatenation and template
const f = function () { f() }; log('' + f, `${f}`, [f].join())
//= function made from toString runs
const f = (a, b) => Math.max(a, b) + Math.min(a, b); log(eval('(' + f + ')')(1, 2)); function g(n) { return n ? g(n - 1) : 'end' } log(new Function('return ' + g)()(3))
//= hoisting of functions
log(typeof early, early()); function early() { return later() } function later() { return 'later' }
//= hoisting of var
log(v, typeof w); var v = 1; { var w = 2 } log(v, w)
//= functions in blocks, sloppy
log(typeof f1); { log(typeof f1); function f1() { return 1 } } log(typeof f1, f1()); if (true) function f2() { return 2 } log(f2())
//= functions in blocks, strict
'use strict'; { function f() { return 1 } log(f()) } log(typeof f)
//= function in switch case
switch (1) { case 0: function f() { return 'f' } case 1: log(f()) } log(typeof f)
//= duplicate functions
log(f()); function f() { return 1 } function f() { return 2 }
//= function and var of the same name
log(typeof f); var f = 1; function f() {} log(typeof f)
//= reassigned function
function f() { return 1 } f = () => 2; log(f()); { f = 3 } log(f)
//= arguments object
function f(a) { arguments[0] = 9; return [a, arguments.length, typeof arguments.callee].join() } log(f(1, 2)); function g(a) { 'use strict'; arguments[0] = 9; return a } log(g(1)); const h = function () { return (() => arguments.length)() }; log(h(1, 2, 3))
//= arguments aliasing with probes' values
function f(a, b) { a = 5; b = Math.max(a, arguments[0]); return [...arguments].join() } log(f(1, 2))
//= variable named arguments
function f() { var arguments = 3; return arguments } log(f(1))
//= closures in loops
const fs = []; for (let i = 0; i < 3; i++) fs.push(() => i); log(fs.map((f) => f()).join()); var gs = []; for (var j = 0; j < 3; j++) gs.push(() => j); log(gs.map((f) => f()).join())
//= closures that change the loop variable
for (let i = 0, inc = () => i++; i < 2; inc(), i++) { log(i); if (i > 5) break; i += 0 }
//= generators
function* g(n) { for (let i = 0; i < n; i++) { const r = yield i; if (r) log('got', r) } return 'done' } const it = g(2); log(JSON.stringify([it.next(), it.next('a'), it.next('b'), it.next()])); log([...g(3)].join())
//= delegating generators
function* inner() { try { yield 1; yield 2 } finally { log('clean') } } function* outer() { const r = yield* inner(); yield r; yield* [3, 4] } for (const x of outer()) { log(x); if (x === 3) break } const o = outer(); o.next(); o.return()
//= generator methods and spread
const o = { *g() { yield this.v; yield* this.h() }, *h() { yield 'h' }, v: 'v' }; log([...o.g()].join())
//= async order
(async () => { log('a1'); await null; log('a2'); await Promise.resolve(); log('a3') })(); (async () => { log('b1'); await log('b2'); log('b3') })(); Promise.resolve().then(() => log('t1')).then(() => log('t2')); log('end')
//= async arrows and returns
const f = async (x) => x, g = async (x) => await x, h = async x => { return x }, t = async () => { throw new Error('t') }; f(1).then(log); g(2).then(log); h(3).then(log); t().catch((e) => log(e.message)); log(f() instanceof Promise)
//= async tick counts
const p = Promise.resolve(); (async () => { await p; log('await') })(); p.then(() => log('then1')).then(() => log('then2')).then(() => log('then3')); (async () => { return p })().then(() => log('returned promise')); (async () => p)().then(() => log('arrow promise'))
//= thenables
const th = { then(r) { log('then called'); r('v') } }; (async () => log(await th))(); Promise.resolve(th).then(log); log('sync')
//= async generators
async function* g() { try { yield 1; yield Promise.resolve(2); yield* [3] } finally { log('fin') } } (async () => { for await (const x of g()) log(x); for await (const y of [Promise.resolve('p'), 'q']) log(y) })()
//= async errors and finally
const f = async () => { try { await Promise.reject(new Error('e')) } catch (e) { log(e.message); return 'r' } finally { log('f') } }; f().then(log); Promise.all([f(), f()]).then((x) => log(x.join()))
//= await in odd places
(async () => { const a = [await 1, await 2]; const o = { [await 'k']: await 3, ...(await { z: 1 }) }; log(a.join(), JSON.stringify(o), `${await 4}`, (await 5) + (await 6), (await [7])[0], await (await (async () => 8)())); if (await false) log('no'); else log('else'); for (let i = await 0; i < await 2; i += await 1) log(i); while (await false); switch (await 1) { case await 1: log('sw') } })()
//= getters setters defineProperty
const o = { _v: 1, get v() { return this._v }, set v(x) { this._v = x * 2 } }; o.v = 5; log(o.v, Object.keys(o).join()); class A { static get s() { return 's' } set w(v) { log('w', v) } } log(A.s); new A().w = 1
//= class fields and this
class A { a = 1; b = this.a + 1; c = () => this.b; static d = this.name; static e = (() => this.d)(); ['f' + 1] = this.c() } const i = new A(); log(i.a, i.b, i.c(), A.d, A.e, i.f1)
//= class field initialisers with calls of all sorts
const f = (...a) => a.join(); class A { x = f(1, f(2), f()); y = new Map([[1, f(3, 4 + 1)]]); static z = f(...[5], f()); w = (() => f(6, f(7) + 'a', 8))(); #q = f(f(1, 1) + 1, f(2)); q() { return this.#q } } const a = new A(); log(a.x, a.y.get(1), A.z, a.w, a.q())
//= static blocks
class A { static x = 1; static { this.y = this.x + 1; const t = Math.max(this.y, Math.min(9, 8)); A.z = t; try { throw 1 } catch (e) { log('c', e) } } static { log(A.y, this.z) } } log(A.z)
//= class declaration in its own body
class A { static make() { return new A() } static n = A.name; m() { return A === this.constructor } } log(A.n, A.make().m()); const B = class C { static s = C.name; t() { return C.name } }; log(B.s, new B().t(), typeof C)
//= class binding is in its dead zone
try { new T(); class T {} } catch (e) { log(e.name) } try { class U extends U {} } catch (e) { log(e.name) } try { class V { static x = V.name; [V.name] } } catch (e) { log(e.name) }
//= derived constructors and returns
class A { constructor() { this.k = 1 } } class B extends A { constructor(r) { super(); if (r) return { k: 2 }; return } } log(new B().k, new B(1).k); class C extends A { constructor() { return { k: 3 } } } log(new C().k)
//= instanceof and species
class L extends Array { sum() { return this.reduce((a, b) => a + b, 0) } } const l = L.from([1, 2, 3]); log(l.sum(), l.map((x) => x * 2) instanceof L, l.filter((x) => x > 1).sum())
//= accessors on prototypes with super
class A { get v() { return 'a' } } class B extends A { get v() { return super.v + 'b' } } log(new B().v)
//= symbol methods
const o = { [Symbol.toPrimitive](h) { log(h); return 5 }, toString() { return 'str' } }; log(o + 1, `${o}`, o * 2); class E { static [Symbol.hasInstance](x) { return x === 1 } } log(1 instanceof E)
//= strict directive with semicolon missing
function f() { 'use strict'
  return this === undefined } log(f())
//= strict directive alone in a body
function f() { 'use strict' } function g() { 'use strict'; } const h = () => { 'use strict' }; log(f(), g(), h())
//= several directives
function f() { 'a'; "use strict"; 'b'
return (() => this)() === undefined } log(f())
//= strictness is kept
function s() { 'use strict'; try { undeclared = 1 } catch (e) { return e.name } } function l() { leaked = 1; return leaked } log(s(), l())
//= directive text that is no directive
function f() { ('use strict'); return this === undefined } function g() { 0; 'use strict'; return this === undefined } function h() { 'use strict' + ''; return this === undefined } log(f(), g(), h())
//= default parameter closures and dead zones
function f(a = () => b, b = 2) { return a() } log(f()); function g(a = b, b) { return a } try { g() } catch (e) { log(e.name) } const h = (x = (() => { const q = y; return q })(), y = 1) => x; try { h() } catch (e) { log(e.name) }
//= parameter names shadowed by var
function f(a, b = a) { var a; log(a); a = 5; return b } log(f(3))
//= rest and destructured parameters
function f({ a, b: [c, ...d] }, ...[e, g]) { return [a, c, d.join('+'), e, g].join() } log(f({ a: 1, b: [2, 3, 4] }, 5, 6)); const k = ({ a } = {}, [b] = [2]) => [a, b].join(); log(k(), k({ a: 1 }, [3]))
//= recursion and named function expressions
const fact = function self(n) { return n < 2 ? 1 : n * self(n - 1) }; log(fact(5)); const x = function f() { f = 1; return typeof f }; log(x())
//= callee and caller names
function f() { return arguments.callee.name } log(f())
//= immediately returned closures with temporaries
function counter() { let c = 0; return { inc: (n = 1) => (c += n), get: () => c } } const k = counter(); k.inc(); k.inc(Math.max(2, k.get())); log(k.get())
//= getter named get, method named static, async, await, of
const o = { get: 1, set: 2, async: 3, await: 4, of: 5, static: 6, let: 7, yield: 8, async() { return 'am' }, get get() { return 'gg' } }; log(Object.values(o).map((x) => typeof x).join(), o.get); class A { static static() { return 's' } get() { return 'g' } async() { return 'a' } static async = 1; await() { return 'w' } } log(A.static(), new A().get(), new A().async(), new A().await())
//= unusual identifiers
var async = 1, of = 2, get = 3, let_ = 4, await = 5, yield = 6, static = 7, ünïcode = 8, $ = 9, _ = 10, \u0061b = 11, 名 = 12; function f() { return [async, of, get, await, yield, static, ünïcode, $, _, ab, 名].join() } log(f()); for (async of => {}; false;); const h = async => async; log(h(3)); var let = 5; log(let)
//= async function declared in blocks and labels
{ async function af() { return 1 } af().then(log) } l: function lf() {} log(typeof lf)
//= arrow bodies of all sorts
const fs = [() => 1, () => ({}), () => [], () => (1, 2), () => function () {}, () => class {}, () => `t`, () => /r/, () => a = 1, () => void 0, () => new Date(0).getTime(), () => !0, () => x => x, () => async () => {}, () => ({ a: 1 }).a, () => typeof 1 === 'number' ? 'y' : 'n']; var a; log(fs.map((f) => typeof f()).join())
//= arrow followed by newline and operators
const f = x => x
const g = x =>
  x + 1
let n = 1; const h = y => y
++n; const k = (
  a,
  b
) => a +
  b
log(f(1), g(1), h(2), n, k(1, 2))
//= arrow in conditional and arguments
const c = true; const f = c ? x => x : y => -y, g = !c ? (x) => x : (y) => -y; log(f(1), g(1), [1, 2].map(x => x * 2, 0).join(), ((a, b) => a + b)(1, 2), (x => x, y => y)(3))
//= method that returns this in arrow chain
class Q { constructor() { this.l = [] } then2(f) { this.l.push(f); return this } run() { return this.l.map(f => f(this)).join() } } log(new Q().then2(q => q.l.length).then2((q) => { return 'x' }).run())
