// functions: base Sub accessors statics superKeyed arrowThis extendsNull methodsMix explicitReturn R
function base() { class P { m() { return 1; } } class Q extends P { m() { return super.m() + 1; } } return new Q().m(); }
class Base { constructor() { this.k = 1; } get v() { return this.k; } set v(x) { this.k = x; } static make() { return new this(); } }
class Sub extends Base { field = 1; constructor(a) { const f = () => this.k; super(); if (a) return; this.f = f; } superKeyed(k) { return super[k]; } arrowThis() { return () => super.v; } set w(x) { super.v = x; } }
function accessors() { return class { get a() { return 1; } set a(x) {} static get b() { return 2; } }; }
function statics() { class S { static a() {} static b = 1; static ['c']() {} } return S.b; }
function extendsNull(P) { return class X extends P { m() { return X; } }; }
const named = class Inner { who() { return Inner; } };
function methodsMix(k) { return { a() { return this; }, async b() { await 1; }, *c() { yield k; }, get d() { return k; }, ['e']() {}, 1: k, 'f-g': 2 }; }
class R extends Base { constructor(o) { super(); return o; } explicitReturn() { try { return super.v; } finally { this.x = 1; } } }
base(); new Sub(0).superKeyed('v'); new Sub(1).arrowThis()(); accessors(); statics(); extendsNull(Base); new named().who(); methodsMix(1); new R().explicitReturn();
