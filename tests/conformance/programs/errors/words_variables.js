// V8's words for variables: constants, the temporal dead zone, names that are not there, `this` before `super`.
const show = (...tries) => { for (const f of tries) { try { f(); console.log(`${f} no error`); } catch (e) { console.log(`${f} ${e.name}: ${e.message}`); } } };
const constant = 1;
const held = { v: 1 };
show(
  () => { constant = 2; }, () => { constant += 1; }, () => { constant++; }, () => { --constant; }, () => { constant ||= 1; constant &&= 2; }, () => { [constant] = [1]; }, () => { ({ a: constant } = { a: 1 }); }, () => { for (constant of [1]); }, () => { for (const i = 0; i < 2; i++); }, () => { for (const x of [1]) x = 2; },
  () => missing, () => missing(), () => missing.x, () => missing + 1, () => new Missing(), () => { missing++; }, () => `${missing}`, () => [missing], () => held[missing], () => { 'use strict'; missing = 1; }, () => { 'use strict'; missing += 1; }, () => typeof missing, () => { missing ||= 1; },
  () => { early; let early = 1; }, () => { early(); const early = () => {}; }, () => { early = 1; let early; }, () => { early++; let early; }, () => { typeof early; let early; }, () => { new Early(); class Early {} }, () => { let x = x + 1; }, () => { const y = () => z; y(); const z = 1; }, () => { const { a = b, b } = {}; }, () => { ((a = b, b = 1) => a)(); }, () => { for (const i of [i]); }, () => { switch (1) { case 0: let q = 1; break; case 1: q; } }, () => { class X extends X {} }, () => { class X { static y = new X2(); } class X2 {} }, () => { const f = () => later; const r = f(); let later = r; }, () => { eval('inner'); let inner; }, () => { early.x; const early = {}; }, () => { early.x = 1; const early = {}; }, () => { const { early } = early; }, () => { const [a] = a; },
  () => { class A {} new (class B extends A { constructor() { this.x = 1; } })(); }, () => { class A {} new (class B extends A { constructor() { super(); super(); } })(); }, () => { class A {} new (class B extends A { constructor() { return 1; } })(); }, () => { class A {} new (class B extends A { constructor() { } })(); }, () => { class A {} new (class B extends A { constructor() { super.x(); } })(); }, () => { class A {} new (class B extends A { m() { super.m(); } })().m(); }, () => ({ m() { return super.m(); } }).m(),
  () => null instanceof 5, () => ({}) instanceof 'x', () => ({}) instanceof {}, () => ({}) instanceof (() => {}), () => ({}) instanceof undefined, () => ({}) instanceof held.missing, () => ({}) instanceof null, () => { ({}) instanceof { [Symbol.hasInstance]: 1 }; }, () => { function F() {} F.prototype = 1; ({}) instanceof F; },
  () => 'a' in 'b', () => 'a' in 1, () => 'a' in undefined, () => 'a' in null, () => 1 in 'text', () => Symbol('s') in true, () => held in 5, () => 'a' in Symbol('x'), () => 'length' in 'a rather long text that is in the way of reading this message well',
);
try { top1; } catch (e) { console.log(`${e.name}: ${e.message}`); }
let top1 = 1;
try { topCall(); } catch (e) { console.log(`${e.name}: ${e.message}`); }
const topCall = () => top2;
try { topCall(); } catch (e) { console.log(`${e.name}: ${e.message}`); }
let top2;
