// functions: less equal strict nil types inside not bools big
function less(a, b) { return a < b; }
function equal(a, b) { return a == b && a != 3; }
function strict(a, b) { return a === b || a !== 3; }
function nil(a) { if (a === undefined) return 1; if (a == null) return 2; return a !== null; }
function types(a) { return typeof a === 'string' ? 1 : typeof a; }
function inside(a, b) { return a in b || b instanceof Object; }
function not(a) { return !a ? !!a : !(a > 1); }
function bools(a) { return a === true || false === a; }
function big(a) { return a > 1e9 && a <= 10000000000 || a >= 300; }
less(1, 2); equal(1, 2); strict(1, 2); nil(1); types(1); inside('a', {}); not(1); bools(1); big(1);
