// functions: declares expressions args strictArgs defaults rest destructured patterns assigns newTarget arrowExpression names
function declares() { return inner(1); function inner(x) { return x; } }
function expressions() { const f = function () { return 1; }, g = () => 2; return f() + g(); }
function args() { return arguments.length + arguments[0]; }
function strictArgs(a) { 'use strict'; a = 2; return arguments[0] + this; }
function defaults(a, b = 2, c = a + b) { return a + b + c; }
function rest(a, ...others) { return others.length + a; }
function destructured({ a, b: c = 3 }, [d, , e]) { return a + c + d + e; }
function patterns(o) { const { x, y: { z }, ...more } = o; const [p, q = 2, ...r] = o.list; return x + z + p + q + r.length + more.k; }
function assigns(o) { let a, b; [a, b] = o; [a, b] = [b, a]; ({ a, c: b } = o); ({ a: o.k, [a]: b } = o); return a + b; }
function newTarget() { return new.target; }
const arrowExpression = ({ length }) => length;
function names(a) { a = () => {}; const { b = function () {} } = a; return b; }
declares(); expressions(); args(1); strictArgs(1); defaults(1); rest(1, 2); destructured({ a: 1 }, [1, 2, 3]); patterns({ y: {}, list: [1] }); assigns(Object.assign([1, 2], { c: 3 })); newTarget(); arrowExpression([]); names(1);
