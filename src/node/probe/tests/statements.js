//= if else without braces
const f = (x) => { if (x > 1) return 'big'; else if (x > 0) return 'one'; else return 'none' }; log(f(2), f(1), f(0)); if (1) log('a'); else log('b'); if (0) log('c')
else log('d')
if (0); else log('e'); if (1) ; log('f')
//= dangling else
for (const x of [0, 1, 2]) if (x) if (x > 1) log('two'); else log('one')
//= loops without braces
let i = 0; while (i < 3) i++; log(i); do i--; while (i > 0) log(i); for (;;) if (++i > 4) break; log(i); for (let j = 0; j < 2; j++) log(j); for (const k in { a: 1, b: 2 }) log(k); for (const v of 'xy') log(v)
//= do while and automatic semicolons
let n = 0; do n++
while (n < 3)
log(n); do { n-- } while (n) log(n); do ; while (0) log('x')
//= empty loops
let n = 0; for (; n < 3; n++); for (; n++ < 5;) ; while (n++ < 8); for (const _ of [1, 2]); for (const _ in {}) {} for (const x of []) {} do {} while (n++ < 10); log(n)
//= for without parts
let i = 0; for (;;) { if (i++ > 2) break } for (; ;) { break } for (let j = 0; ;) { if (j++ > 1) break; log(j) } for (; i < 5;) i++; for (;; i--) if (i < 3) break; log(i)
//= labels and continue
outer: for (let i = 0; i < 3; i++) { inner: for (let j = 0; j < 3; j++) { if (j === 1) continue outer; if (i === 2) break outer; log(i, j) } }
//= labels of all sorts
a: { log('in'); break a; } b: c: for (const x of [1, 2]) { if (x === 1) continue c; continue b } d: if (1) { break d } e: log('e'); f: switch (1) { case 1: break f } g: while (1) { do { break g } while (1) } k: for (;;) break k; log('end')
//= continue to a labelled do while
let n = 0; h: do { n++; continue h } while (0); log(n)
//= label before a block-less loop body
x: while (true) y: for (;;) { break x } if (1) z: while (1) break z; log('ok')
//= switch
const f = (x) => { switch (x) { case 1: log('one'); case 2: log('two'); break; default: log('def'); case 3: { log('three') } } }; [1, 2, 3, 4].forEach(f)
//= switch with lexicals
const f = (x) => { switch (x) { case 0: let a = 1; log(a); break; case 1: a = 2; log(a); break; case 2: { let a = 3; log(a) } default: const b = 4; log(b) } }; f(0); try { f(1) } catch (e) { log(e.name) } f(2); f(9)
//= switch closures over cases
function f(x) { switch (x) { case 0: let v = 'v'; case 1: const g = () => v; try { return g() } catch (e) { return e.name } } } log(f(0), f(1))
//= switch evaluation order
const t = (x) => (log('t', x), x); switch (t(2)) { case t(1): case t(2): log('hit'); case t(3): log('fall') }
//= switch without cases and nested
switch (1) {} switch (1) { default: switch (2) { case 2: log('in') } } while (1) { switch (1) { case 1: break } break } for (const x of [1, 2]) { switch (x) { case 1: continue; default: log(x) } }
//= try catch finally
const f = (n) => { try { if (n === 1) throw new Error('e'); if (n === 2) return 'ret'; log('body') } catch (e) { log(e.message); return 'caught' } finally { log('fin'); if (n === 3) return 'over' } return 'end' }; log(f(0)); log(f(1)); log(f(2)); log(f(3))
//= catch without parameter and with patterns
try { throw 1 } catch { log('none') } try { throw { a: 1, b: [2] } } catch ({ a, b: [c], d = a + c }) { log(a, c, d) } try { throw 5 } catch (e) { var e = 6; log(e) } log(e)
//= catch parameter closures
const fs = []; for (const x of [1, 2]) try { throw x } catch (e) { fs.push(() => e) } log(fs.map((f) => f()).join()); try { throw [] } catch ([a = (() => 7)()]) { log(a) }
//= throw of all sorts
for (const v of [1, null, undefined, 's', { k: 1 }, Symbol.iterator]) try { throw v } catch (e) { log(e === v) } try { throw (1, 2) } catch (e) { log(e) } try { throw new RangeError('r') } catch (e) { log(e.name, e.message, e instanceof RangeError) } try { throw (() => 'f')() } catch (e) { log(e) }
//= throw with a comma
try { throw log('first'), new Error('second') } catch (e) { log(e.message) }
//= return with a comma, with nothing, with newline
const f = () => { return 1, 2 }, g = () => { return }, h = () => { return
  3 }, k = () => { return (
  4
) }, l = () => { return/* c */5 }, m = () => { return[6][0] }, n = () => { return-7 }, o = () => { return'8' }, p = () => { return(9) }; log(f(), g(), h(), k(), l(), m(), n(), o(), p())
//= return of functions and classes
const f = () => { return function () {} }, g = () => { return class {} }, h = () => { return () => {} }, k = () => { return { a: 1 } }; log(JSON.stringify([f().name, g().name, h().name]), k().a)
//= return in finally with loops
const f = () => { for (const x of [1, 2]) { try { continue } finally { log('f', x) } } a: try { return 'r' } finally { break a } return 'after' }; log(f())
//= dead zones
try { x; let x } catch (e) { log(e.name) } try { y = 1; const y = 2 } catch (e) { log(e.name) } { try { (() => z)() } catch (e) { log(e.name) } let z = 1; log(z) } try { let q = q } catch (e) { log(e.name) } try { typeof w; let w } catch (e) { log(e.name) }
//= dead zone of a captured variable
function f() { return v } try { f() } catch (e) { log(e.name) } let v = 1; log(f()); const g = () => w; try { g() } catch (e) { log(e.name) } const w = 2; log(g())
//= dead zone through a hoisted function called early by another
try { a() } catch (e) { log(e.name) } const k = 1; function a() { return b() } function b() { log('b'); return k } log(a())
//= hoisted function passed away early
const run = (f) => { try { return f() } catch (e) { return e.name } }; log(run(h)); const z = 'z'; function h() { log('h'); return z } log(run(h))
//= hoisted function called from an earlier closure
const early = () => late(); let got; try { got = early() } catch (e) { got = e.name } const c = 3; function late() { log('late'); return c } log(got, early())
//= dead zone in loops
for (let i = 0; i < 2; i++) { try { f() } catch (e) { log(e.name) } const k = i; function f() { log('f'); return k } log(f()) }
//= for head dead zones
try { for (const x of [x]) ; } catch (e) { log(e.name) } try { for (let i = i; ;) break } catch (e) { log(e.name) } const fs = []; try { for (const x of (fs.push(() => x), [1])) fs.push(() => x) } catch (e) { log(e.name) } log(fs.map((f) => { try { return f() } catch (e) { return e.name } }).join())
//= let without value, const patterns
let a; let b, c = 1; const { d, e: { f } = { f: 2 } } = { d: 1 }; log(a, b, c, d, f); let [g, , h = g] = [1, 2]; log(g, h); var i, j = 2; log(i, j)
//= shadowing
let x = 'outer'; { let x = 'inner'; { const x = 'deep'; log(x) } log(x) } log(x); function f(x) { { var y = x; let x2 = 1; { let x = y + x2; log(x) } } return x } log(f(1)); try { throw 'c' } catch (x) { log(x) } log(x)
//= const assignment throws
const k = 1; try { k = 2 } catch (e) { log(e.name) } try { k++ } catch (e) { log(e.name) } log(k)
//= automatic semicolons before brackets and parentheses
const a = 1
;[1, 2].forEach((x) => log(x))
;(function () { log('iife') })()
const b = a
+ 1
log(b)
let c = b
/1
log(c)
const d = `x`
;`y`
var e = 1
var f = e
++e
log(e, f)
//= statement that starts with odd tokens
;(1); [1]; `t`; /r/.test('r'); +1; -1; !1; ~1; ++globalThis.cnt; --globalThis.cnt; 'str'; ({}); ({ a: 1 }); new Date(); this; null; async () => {}; function_(); function function_() { log('ran') } void 0; typeof 1; delete globalThis.cnt
//= expression statements that are arrows and classes
() => {}; x => x; (class {}); (function () {}); log('fine')
//= with statement
const o = { a: 1, b: 2, log2: (x) => log(x) }; with (o) { a = 5; log(a + b); log2(a); var c = 3 } log(o.a, c); with ({ x: 1 }) log(x)
//= with and a proxy that has everything
const seen = []; const p = new Proxy({ v: 1 }, { has(t, k) { seen.push(String(k)); return k in t } }); with (p) { v; v = 2; for (let i = 0; i < 1; i++) { v } (() => v)() } log(seen.join())
//= with around functions
with ({ k: 'k' }) { function f() { return k } var g = function () { return f() + k }; log(f(), g()) }
//= comma and sequences
let a = (1, 2), b = 0; a, b++; log(a, b); for (let i = 0, j = 9; i < j; i++, j--) if (i > 2) { log(i, j); break }
//= debugger and empty statements
debugger; ;;; {} {;} log('ok'); if (1) {} else {} 
//= nested blocks and lexical functions
{ { let f = () => g(); function g() { return 'g' } log(f()) } }
//= conditional and logical chains
const f = (x) => (log('f', x), x); log(f(0) || f(1) && f(2), f(null) ?? f(3), f(1) ? f(2) : f(3), (f(0), f(4)))
//= increments and compound assignment
let n = 1; const o = { n: 1, get i() { log('i'); return 'n' } }; log(n++ + ++n, o[o.i]++, --o[o.i], n **= 2, n <<= 1, o.n ||= 4, o.z &&= 5, o.y ??= 6)
//= string increments
let b = '4'; const c = b++ + 3; log(b, c, typeof b)
//= in and instanceof, exponent, unary
log('a' in { a: 1 }, [] instanceof Array, (-2) ** 2, 2 ** 3 ** 1, typeof typeof 1, !!'x', - -1, + +'2')
//= number and string literals
log(0x10, 0b11, 0o17, 1_000, .5, 5., 1e3, 10n, 017, 'a\
b', '\x41\u{1F600}'.length, "\u2028".length, '\'', `\``, 'é'.length)
//= numeric member calls
log(1..toFixed(1), 1.5.toFixed(0), (1).toString(), 5 .constructor.name, 255..toString(16))
//= regular expression literals after odd tokens
const f = () => /a/g; log(f().source, [/b/].length, ({ r: /c/ }).r.source, !/d/.test('e'), true && /f/.test('f'), 1 ? /g/.flags : /h/i.flags); if (/x/.test('x')) /y/.exec('y'); for (const r of [/z/]) log(r.source)
//= template literals with newlines
const f = (s) => s.length; log(`a
b${f('x')}c
`, f(`
`), f(`${1}
`, 2)); const t = `${`${`${f('n')}`}`}`; log(t)
//= getters in destructuring order
const o = { get a() { log('a'); return 1 }, get b() { log('b'); return undefined } }; const { b = (log('def'), 2), a } = o; log(a, b); let x, y; [x, y] = [y = 1, x = 2]; log(x, y); ({ a: x, ...y } = { a: 5, z: 6 }); log(x, JSON.stringify(y))
//= iteration closes
function* g() { try { yield 1; yield 2 } finally { log('closed') } } for (const x of g()) { break } try { for (const x of g()) throw 1 } catch (e) { log('thrown', e) } (() => { for (const x of g()) return })(); const [a] = g(); log(a); out: for (;;) { for (const x of g()) break out }
//= completion of nested try
const f = () => { try { try { throw 1 } finally { log('f1') } } catch (e) { log('c', e); try { return 'a' } finally { log('f2') } } finally { log('f3') } }; log(f())
//= global names stay untouched
log(Object.keys(globalThis).filter((k) => k.codePointAt(0) === 0x29f).length, Object.getOwnPropertyNames(globalThis).filter((k) => k.includes('\u029f')).length)
//= errors thrown in probes' neighbourhood
let n = 0; const f = () => { n++; throw new Error('x') }; for (const go of [() => f(), () => f(1), () => `${f()}`, () => [f()], () => ({ a: f() }), () => f()?.x, () => new f(), () => f(f(), 1), () => { for (const x of f()); }, () => { if (f()); }, () => { while (f()); }, () => { switch (f()) {} }, () => { return f() }, () => { throw f() }]) try { go() } catch (e) { log(e.name, n) }
//= windows line ends
log(1);
log(2); if (1)
log(3)
//= hidden temporaries do not leak into eval
const f = (a, b) => a + b; f(f(1, 2) + 1, f(3, 4)); log(eval('typeof undefinedName'))
//= html-like comments
var x = 1; <!-- a comment
log(x)
--> another comment
log('end'); x --> 0
//= unicode line separators
log(1); /* x  */log(2); // y z log('seen')
log(3)
//= using names like the temporaries in strings
log('ʟs(1)', `ʟ1`, /ʟ/.source)
//= object and block ambiguity
{ a: 1 } { a: log('labelled') } ({ a: log('object') }); const f = () => { a: log('in') }; log(f()); log((() => ({}).x)())
//= var in nested loops and catch
for (var i = 0; i < 2; i++) { for (var j in [1, 2]) { var k = i + j } } try { throw 0 } catch (err) { var inCatch = 1 } log(i, j, k, inCatch); for (var m of [1]) {} log(m); if (0) { var never } log(never)
//= label on an expression statement before a call
a: b: log('x'); a: { b: log('y') }
//= nested functions with the same names
function f() { function f() { return 'inner' } return f() } log(f()); const g = () => { const g = () => 'gi'; return g() }; log(g())
//= many variables
let v0 = 0, v1 = 1, v2 = 2, v3 = 3, v4 = 4, v5 = 5, v6 = 6, v7 = 7, v8 = 8, v9 = 9, w0 = 0, w1 = 1, w2 = 2, w3 = 3, w4 = 4, w5 = 5, w6 = 6, w7 = 7, w8 = 8, w9 = 9, x0 = 0, x1 = 1, x2 = 2, x3 = 3, x4 = 4, x5 = 5; log(v0 + x5); { let y0 = 1; log(y0 + v9) } const late = 1; log(late)
