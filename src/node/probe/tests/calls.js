//= plain call
function add(a, b) { return a + b } log(add(1, 2))
//= no arguments
const one = () => 1; log(one())
//= method keeps its receiver
const o = { n: 3, m() { return this.n } }; log(o.m(), o['m'](), (o.m)(), (o)['m']())
//= method of a call's result
const make = () => ({ n: 4, m() { return this.n } }); log(make().m(), make()['m']())
//= long method chain
const c = { v: 0, add(n) { this.v += n; return this }, up() { this.v++; return this } }; log(c.add(1).up().add(2).up().v)
//= this of a plain call in sloppy mode
function who() { return this === globalThis } log(who(), (who)(), (0, who)())
//= this of a plain call in strict mode
'use strict'; function who() { return this } log(who(), (0, who)(), who.call(1))
//= comma callee drops the receiver
const o = { m() { 'use strict'; return this } }; log((0, o.m)(), o.m() === o, (o.m)() === o)
//= order of evaluation of callee and arguments
const t = (n) => (log('t', n), n); const o = { get f() { log('get f'); return (...a) => a.join() } }; log(o.f(t(1), t(2), t(3)))
//= order with computed member
const t = (n) => (log('t', n), n); const o = { a: (...x) => x.join() }; log((t('obj'), o)[t('a')](t(1), t(2)))
//= computed member without arguments
const t = (n) => (log('t', n), n); const o = { a() { return this === o } }; log((t('obj'), o)[t('a')]())
//= argument that changes an earlier argument
let i = 0; function f(...a) { return a.join() } log(f(i, i++, i, ++i, i), f(i, (i = 9)), f(i, (() => i = 1)(), i))
//= argument that changes var
var x = 1; const set = (v) => x = v; log(((...a) => a.join())(x, set(2), x, set(3), x))
//= spread arguments
const f = (...a) => a.join(); log(f(...[1, 2]), f(0, ...[1, 2], 3, ...'ab'), f(...[]), f(...new Set([1, 1, 2])))
//= spread of a generator
function* g() { log('g1'); yield 1; log('g2'); yield 2 } const f = (...a) => a.join(); log(f(...g(), log('last')))
//= spread of something not iterable
const f = () => 1; try { f(...5) } catch (e) { log(e.name) } try { f(1, ...null) } catch (e) { log(e.name) }
//= method with spread keeps receiver
const o = { n: 1, f(...a) { return this.n + a.length } }; log(o.f(...[1, 2]), o.f(1, ...[2]))
//= trailing comma in arguments
const f = (...a) => a.length; log(f(1,), f(1, 2, ), f(...[1, 2],))
//= comments inside calls
const f = (...a) => a.join(); log(f(/* a */ 1 /* b */, // c
  2 // d
  /* e */), f(/* none */), f( // x
  ))
//= optional call
const o = { f: () => 1 }; log(o.f?.(), o.g?.(), o?.f(), o.g?.().x.y.z, o.x?.y.z())
//= optional call arguments are skipped
let n = 0; const o = {}; o.f?.(n++); o?.f?.(n++, n++); null?.f(n++); log(n)
//= optional chain with calls inside
const o = { a() { return this.b }, b: { c() { return 7 }, d: null } }; log(o.a()?.c(), o.a?.()?.c?.(), o?.a().c(), o.a().d?.c().e, o.x?.a().b().c())
//= optional chain keeps receiver
const o = { n: 5, m() { return this.n } }; log(o?.m(), o?.['m'](), (o?.m)(), (o?.m)?.(), (o?.['m'])())
//= optional chain of undefined throws when parenthesised
const o = {}; try { (o?.x).y() } catch (e) { log(e.name) } try { (o?.x)() } catch (e) { log(e.name) }
//= optional chain zero arguments evaluates once
let n = 0; const o = { get f() { n++; return () => n } }; log(o?.f(), o.f?.(), n)
//= optional delete
const o = { a: { b: 1 } }; log(delete o?.a.b, delete o.x?.y, JSON.stringify(o))
//= optional with spread
const f = (...a) => a.join(); log(f?.(...[1, 2], 3), null?.(...[1]))
//= optional private method
class A { #m(x) { return x ?? 'none' } static t(o) { return o?.#m() + o?.#m(1) } } log(A.t(new A()), A.t(null))
//= private methods and fields
class A { #n = 1; #m(k) { return this.#n + k } get #g() { return this.#m(2) } run() { return [this.#m(1), this.#g, this.#n++, this.#n, #m in this].join() } static #s() { return 's' } static s() { return this.#s() + A.#s() } } log(new A().run(), A.s())
//= new with and without arguments
function F(a) { this.a = a; this.n = arguments.length } log(JSON.stringify([new F, new F(), new F(1), new (F), new (F)(2), new F(...[3, 4])]))
//= new of member
const ns = { C: class { constructor(x) { this.x = x } m() { return this.x } } }; log(new ns.C(1).x, new ns.C().x, new ns.C(2).m(), (new ns.C(3)).m(), new ns['C'](4).x, new ns.C)
//= new of call result
const mk = () => class { v = 1 }; log(new (mk())().v, new (mk()), typeof new (mk())())
//= new new
function Outer() { return Inner } function Inner(x) { this.x = x } Outer.prototype = { y: 1 }; log(new new Outer()().x, new new Outer()(5).x, new (new Outer)(6).x, typeof new new Outer)
//= new member of new
function A() { this.B = function (v) { this.v = v } } log(new new A().B(3).v, new (new A().B)(4).v, new new A().B().v)
//= new tagged template
const tag = () => function () { this.t = 1 }; log(new tag`x`().t, new tag`y`.t === undefined)
//= new.target
function F() { return { t: new.target === F } } log(new F().t, new F(1).t, F().t, Reflect.construct(F, [], Object).t)
//= new.target in arrow and call
function F(x) { const a = () => new.target; this.ok = a() === F && (() => a(1))() === F } log(new F(1).ok)
//= new.target as callee
function C(k) { if (k) return; this.inner = new new.target(1) } log(new C().inner instanceof C)
//= constructor returning object
function F() { return [1, 2] } log(new F().length, new F(1).length)
//= super call with and without arguments
class A { constructor(...a) { this.a = a.join() } } class B extends A { constructor() { super() } } class C extends A { constructor(x) { super(x, x + 1) } } class D extends A { constructor(...x) { super(...x, 'd') } } log(new B().a, new C(1).a, new D(1, 2).a)
//= super call in an arrow and as expression
class A { constructor(x) { this.x = x } } class B extends A { constructor() { const go = (v) => super(v); const r = go(3); log(r === this) } } log(new B().x)
//= super call twice throws
class A {} class B extends A { constructor() { super(); try { super() } catch (e) { log(e.name) } } } new B()
//= this before super
class A {} class B extends A { constructor() { try { this.x = 1 } catch (e) { log(e.name) } super(); log(typeof this) } } new B()
//= super methods
class A { m(...a) { return this.n + a.join() } static s() { return 's' + this.k } get p() { return 'p' + this.n } } class B extends A { n = 'b'; m() { return super.m() + super.m(1, 2) + super['m'](3) + super.p } static k = 1; static s() { return super.s() + (() => super.s())() } } log(new B().m(), B.s())
//= super in object methods
const base = { hi() { return 'hi ' + this.n } }; const o = { __proto__: base, n: 'o', hi() { return super.hi() + '!' } }; log(o.hi())
//= tagged templates
const tag = (s, ...v) => s.raw.join('|') + v.join(); log(tag`a${1}b${tag`x`}c`, tag`\n${(() => 2)()}`)
//= tagged template keeps receiver and cache
const o = { n: 1, t(s) { return [this.n, s] } }; const f = () => o.t`a`; log(f()[0], f()[1] === f()[1], o.t`q`[0])
//= tag that is a call
const mk = (p) => (s, ...v) => p + s[0] + v; log(mk('p')`x${mk('q')`y`}`)
//= template literals with calls
const f = (x) => x * 2; log(`${f(1)}-${f(`${f(2)}`)}-${`${f(3)}`}`)
//= direct eval sees locals
function f(x) { var y = 2; return eval('x + y') + eval('var z = 5; z') + z } log(f(1))
//= direct eval declares
function f() { eval('var q = 1'); return typeof q } log(f(), typeof q)
//= indirect eval is global
var secret = 1; function f() { var local = 2; return (0, eval)('typeof local') + (eval)('typeof local') + eval?.('typeof local') } log(f())
//= eval with several arguments
log(eval('1 + 1', log('second')), eval(...['3']), eval())
//= direct eval of this and arguments
function f() { return eval('arguments.length') + eval('this.k') } log(f.call({ k: 'k' }, 1, 2))
//= delete of a call's property
const o = { a: 1 }; const f = () => o; log(delete f().a, 'a' in o, delete f(), delete f(1)[2])
//= typeof and void of calls
const f = () => 'x'; log(typeof f(), void f(), !f(), -f(), +f(1), ~f())
//= division before calls
const f = () => 2; let x = 8; log(x/f(), x /f(), x/ f()/f(), x/f()/2, x
/f())
//= regular expression arguments
const f = (r, s) => r.test(s); log(f(/a\/b/, 'a/b'), f(/[/]/g, '/'), /x/.test('x'), 'a/b'.split(/\//).length)
//= division and regular expression at a boundary
const f = (x) => x; let g = 2, i = 1; log(f(8)/g/i, f(4) / f(2), [f(1)]/1)
//= call with a parenthesised sequence argument
const f = (...a) => a.join(); log(f((1, 2)), f((1, 2), (3, 4)), f(((5))))
//= call with arrow arguments
const f = (...a) => a.map((x) => x(2)).join(); log(f(x => x, (x) => x + 1, x => { return x + 2 }, (x) => ({ x }).x))
//= call with assignments as arguments
let a, b; const f = (...x) => x.join(); log(f(a = 1, b = a + 1), f(a += 1, b ||= 5, a ??= 7), a, b)
//= nested calls use separate temporaries
const f = (...a) => '(' + a.join() + ')'; log(f(f(f(1)+'', f(2)+'', 3), f(4, f(5 + 1, f(7 - 1, 2)), 9), f(f(1, 2) + 'x', f(3, 4))))
//= recursion keeps temporaries apart
function r(n, s, k) { return n === 0 ? s : r(n - 1, s + n, (log(n), r(0, 'x' + n, 1))) } log(r(3, '', 0))
//= function passed as non-last argument stays anonymous
const f = (g, x) => JSON.stringify(g.name) + x; log(f(function () {}, f(() => {}, 1)), f(class {}, f((function () {}), 2)))
//= class with static name as argument
const f = (g, x) => typeof g.name + x; log(f(class { static name() {} }, f(1, 2)))
//= returned values pass through
const s = Symbol('s'); const id = (x) => x; log(id(s) === s, id(null), id(undefined), id(NaN), Object.is(id(-0), -0), id(10n))
//= callee errors keep their kind
const o = {}; for (const go of [() => o.f(), () => o.f(1), () => o.x.f(), () => nope(), () => nope(1), () => null.x(), () => new o.C(), () => new o(1), () => o()()]) try { go() } catch (e) { log(e.name) }
//= arguments are evaluated before the callee is found not callable
const o = {}; try { o.f(log('arg')) } catch (e) { log(e.name) } try { nope(log('never')) } catch (e) { log(e.name) }
//= arguments of a failing member of undefined
let u; try { u.x(log('never')) } catch (e) { log(e.name) } try { u.x.y() } catch (e) { log(e.name) }
//= getter order in calls without arguments
const o = { get a() { log('a'); return { get b() { log('b'); return () => log('b()') } } } }; o.a.b(); o.a['b']()
//= apply call bind
function f(a, b) { return [this.k, a, b].join() } const o = { k: 'k' }; log(f.call(o, 1, 2), f.apply(o, [3, 4]), f.bind(o, 5)(6), Reflect.apply(f, o, [7]))
//= immediately invoked
(function () { log('iife') })(); (() => log('arrow'))(); (function named(n) { if (n) named(n - 1); log(n) })(2); !function () { log('bang') }(); void (async () => log('async'))(); (function () { log('inside') }())
//= dynamic import is left alone
const p = import('nowhere:x').catch((e) => 'caught'); log(typeof p.then)
//= call as assignment target's object
const o = {}; const f = () => o; f().a = 1; f().b ??= 2; f()['c'] = f().a; f().a++; ++f().a; [f().d, f().e] = [4, 5]; ({ x: f().g } = { x: 6 }); log(JSON.stringify(o))
//= call in for heads
const o = {}; const f = () => o; for (f().k of [1, 2]); for (f().p in { z: 1 }); for (const k in f()) log(k, o[k]); for (let i = f().k; i < [3].pop() + f().k; i++) log(i)
//= in operator inside arguments of a for init
const f = (x) => x; for (let i = f('a' in { a: 1 }), n = 0; n < 1; n++) log(i)
//= calls in class heritage and computed keys
const t = (x) => (log(x), x); const mk = () => class { z() { return 'z' } }; class A extends mk() { [t('k1')]() { return 1 } static [t('k2')] = t('v2'); [t('k3')] = t('v3'); get [t('k4')]() { return 4 } } log(new A().k1(), A.k2, new A().k3, new A().k4, new A().z())
//= getters and setters with calls
const t = (x) => (log(x), x); const o = { get a() { return t('get') }, set a(v) { t('set ' + v) } }; o.a = t(1); log(o.a); o.a += t(2)
//= object literals with calls
const t = (x) => (log(x), x); log(JSON.stringify({ [t('a')]: t(1), b: t(2), ...t({ c: 3 }), __proto__: t({ d: 1 }), e() { return t(9) } }))
//= destructuring defaults with calls
const t = (x) => (log('t' + x), x); const { a = t(1), b: { c = t(2) } = {}, ...r } = { a: undefined, d: 4 }; const [p = t(5), , q = t(6), ...s] = [1, 2, undefined, 7]; log(a, c, JSON.stringify(r), p, q, s.join())
//= parameter defaults with calls
const t = (x, y) => (log('t' + x), x); function f(a = t(1), b = t(a + 1, t(0)), [c = t(3)] = [], { d = t(4) } = {}) { return [a, b, c, d].join() } log(f(), f(9, 9, [9], { d: 9 }))
//= parameter default sees earlier parameters and not the body
var x = 'outer'; function f(a = x, g = () => x) { var x = 'inner'; return a + g() + x } log(f())
//= deep temporaries across await
const f = (...a) => a.join(); (async () => { log(f(await 1, await Promise.resolve(2), f(await 3, 4), await f(5, await 6))) })()
//= interleaved async calls keep their arguments
const f = (a, b) => log(a, b); const w = async (n) => { f('w' + n, await null); f(await n, await (n + 1)) }; w(1); w(2); w(3)
//= yield as argument
const f = (...a) => a.join(); function* g() { log(f(yield 1, yield 2), f(...(yield 3), yield)); return f(yield* [4]) } const it = g(); for (let i = 0, r; !(r = it.next([i, 'v'])).done; i++) log(r.value)
//= generator return and throw through arguments
const f = (...a) => a; function* g() { try { f(1, yield 'a', 2) } finally { log('finally', f(3).length) } } let i = g(); i.next(); log(JSON.stringify(i.return(7))); i = g(); i.next(); try { i.throw(new TypeError('t')) } catch (e) { log(e.name) }
//= iterator protocol calls through probes
const it = { [Symbol.iterator]() { log('iter'); let n = 0; return { next() { log('next'); return { done: n++ > 1, value: n } }, return() { log('return'); return {} } } } }; for (const x of it) { log(x); if (x === 1) continue; break } const [a] = it; log(a, Math.max(...it))
//= array iterator patched
const old = Array.prototype[Symbol.iterator]; let n = 0; Array.prototype[Symbol.iterator] = function () { n++; return old.call(this) }; const f = (...a) => a.length; f(1, 2); f(); const k = n; Array.prototype[Symbol.iterator] = old; log(k)
//= proxies see no extra traps
const seen = []; const p = new Proxy(function () {}, { get(t, k) { seen.push('get ' + String(k)); return Reflect.get(t, k) }, apply() { seen.push('apply'); return 1 }, construct() { seen.push('construct'); return {} }, has(t, k) { seen.push('has ' + String(k)); return k in t } }); p(); p(1); new p; new p(1); p.x; p.call(null); try { p.y() } catch {} try { p.z?.() } catch {} log(seen.join())
//= json and map callbacks
log([1, 2, 3].map((x) => x * 2).filter(Boolean).reduce((a, b) => a + b, 0), JSON.stringify({ a: [1] }, (k, v) => v), [3, 1, 2].sort((a, b) => a - b).join(), ['1', '2', '3'].map(Number).join(), 'abc'.replace(/b/, (m) => m.toUpperCase()))
//= undefined shadowed
{ const f = (...a) => a.join('|'); const g = (undefined) => f(undefined, f(1)); log(g(5)) }
//= this as argument
function F() { this.v = 1; this.r = ((a, b) => a === this && b.v)(this, this) } log(new F().r)
