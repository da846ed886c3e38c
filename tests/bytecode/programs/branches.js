// functions: simple otherwise nested ternary constant early elseif
function simple(a) { if (a) { a = 1; } return a; }
function otherwise(a, b) { if (a > b) { return a; } else { return b; } }
function nested(a, b) { if (a) { if (b) return 1; else return 2; } else if (b) return 3; return 4; }
function ternary(a, b) { return a ? b : a > b ? 1 : 2; }
function constant(a) { if (true) a = 1; else a = 2; if (false) a = 3; while (false) a = 1; return a; }
function early(a) { if (!a) return; a.x = 1; }
function elseif(n) { let r; if (n < 0) r = 'neg'; else if (n === 0) r = 'zero'; else r = 'pos'; return r; }
simple(1); otherwise(1, 2); nested(0, 1); ternary(1, 2); constant(1); early({}); elseif(1);
