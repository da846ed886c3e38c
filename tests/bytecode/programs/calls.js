// functions: plain many property computed constructs spreads self nested
function plain(f, g) { f(); f(1); f(1, g); return g(f, 1, 2); }
function many(f) { return f(1, 2, 3, 4, 5); }
function property(o) { o.m(); o.m(1); o.m(1, o); o.m(1, 2, 3); return o.a.b.m(o.c); }
function computed(o, k) { return o[k](1) + o['x'] + o[0]; }
function constructs(C, a) { new C; new C(a); return new C(1, a, 3); }
function spreads(f, a) { f(...a); f(1, ...a); new Array(...a); return f(...a, 1); }
function self(n) { return n < 2 ? n : self(n - 1) + self(n - 2); }
function nested(f, o) { return f(f(1), o.m(f(2)), f); }
const nop = () => nop; nop.b = nop; nop.m = nop;
plain(nop, nop); many(nop); property({ m: nop, a: { b: { m: nop } } }); computed({ k() {} }, 'k'); constructs(function () {}, 1); spreads(nop, [1]); self(3); nested(nop, nop);
