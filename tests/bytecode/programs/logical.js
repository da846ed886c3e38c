// functions: or and coalesce mixed test chain nary
function or(a, b) { return a || b; }
function and(a, b) { return a && b; }
function coalesce(a, b) { return a ?? b; }
function mixed(a, b, c) { return a && b || c; }
function test(a, b, c) { if (a && (b || !c)) return 1; return 2; }
function chain(a) { return a?.b?.c(1)?.[a.d]; }
function nary(a, b, c, d) { if (a && b && c || d) return a || b || c; return a ?? b ?? c; }
or(0, 1); and(1, 2); coalesce(null, 1); mixed(1, 0, 2); test(1, 0, 0); chain({ b: { c() { return []; } } }); nary(0, 0, 0, 0);
