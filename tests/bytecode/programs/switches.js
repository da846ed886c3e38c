// functions: few table strings fall lexical noDefault mixedCases
function few(x) { switch (x) { case 1: return 'a'; case 2: x = 3; break; default: x = 4; } return x; }
function table(x) { switch (x) { case 0: return 'a'; case 1: return 'b'; case 2: return 'c'; case 3: return 'd'; case 4: return 'e'; case 5: return 'f'; default: return 'g'; } }
function strings(x) { switch (x) { case 'a': return 1; case 'b': return 2; } return 3; }
function fall(x) { let n = 0; switch (x) { case 1: n++; case 2: n += 2; default: n += 3; case 4: n += 4; } return n; }
function lexical(x) { switch (x) { case 1: let a = 1; return a; case 2: a = 2; return () => a; } }
function noDefault(x, o) { switch (x.k) { case o.a: case o.b: o.c(); break; case 3: return; } }
function mixedCases(x) { switch (x) { case 1: case 2: case 3: case 4: case 5: case 6: return 1; case 'x': return 2; } return 3; }
few(1); table(1); strings('a'); fall(1); lexical(1); noDefault({}, { c() {} }); mixedCases('x');
