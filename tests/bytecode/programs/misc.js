// functions: voids comma deleteVar inOperator tagged labelledIf chainCalls optionalCall optionalElement regexTest dates increments stringsCompare ternaryChain negative assignChain emptyFn debug throwsNew sequence conditionalCall newMember
function voids(a) { return void a; }
function comma(a, b) { return (a++, b++, a + b); }
function deleteVar(o) { return delete o.a.b + delete o['x']; }
function inOperator(k, o) { if (!(k in o)) return 'none'; return k in o; }
function tagged(a) { return String.raw`x${a}\n`; }
function labelledIf(a) { l: if (a) { if (a > 1) break l; a = 0; } return a; }
function chainCalls(s) { return s.trim().split(',').map(x => x.trim()).filter(Boolean).join(';'); }
function optionalCall(o) { o?.m?.(1); o.f?.(); return o?.a.b(2); }
function optionalElement(o, k) { return o?.[k] ?? (o?.x)?.y; }
function regexTest(s) { return /^[a-z]+$/i.test(s) && s.replace(/b/g, 'c').length > 1; }
function dates() { return Date.now() - new Date().getTime() | 0; }
function increments(a) { let i = 0; a[i++] = i; a[i] = a[i++] + 1; return ++a[0] + i-- - -i; }
function stringsCompare(x) { const kind = typeof x; if (kind === 'string') return 1; if (kind == 'number') return 2; return kind !== 'object'; }
function ternaryChain(n) { return n > 3 ? 'a' : n > 2 ? 'b' : n > 1 ? 'c' : 'd'; }
function negative(a) { return a * -1 + -5 - -a; }
function assignChain(o) { let a, b, c; a = b = c = o; o.x = o.y = a; return a; }
function emptyFn() {}
function debug(a) { debugger; return a; }
function throwsNew() { throw new TypeError(`bad ${1}`); }
function sequence(a) { for (var i = 0, n = a.length; i < n; ++i); return i; }
function conditionalCall(a, f, g) { return (a ? f : g)(a); }
function newMember(o) { return new o.C(1).x + new (o.get())().y; }
voids(1); comma(1, 2); deleteVar({ a: {} }); inOperator('a', {}); tagged(1); labelledIf(1); chainCalls('a,b'); optionalCall({ f() {}, a: { b() {} } }); optionalElement({}, 1); regexTest('b'); dates(); increments([]); stringsCompare(1); ternaryChain(1); negative(1); assignChain({}); emptyFn(); debug(1); try { throwsNew(); } catch {} sequence([]); conditionalCall(1, () => {}, 1); newMember({ C: class {}, get() { return class {}; } });
