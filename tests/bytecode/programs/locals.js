// functions: lets vars consts compound counts logicals shadow unused swap hoisted
function lets() { let a = 1; let b; b = a; return a + b; }
function vars(x) { var a = x, b = a; var c; c = b = a; return c; }
function consts(x) { const a = x * 2; const b = a + 1; return b; }
function compound(a, b) { a += b; a -= 1; a *= b; a /= 2; a %= b; a **= 2; a <<= 1; a >>= 1; a >>>= 1; a &= 7; a |= 8; a ^= b; return a; }
function counts(a) { a++; ++a; let b = a++; let c = --a; return b + c + a--; }
function logicals(a, b) { a ||= b; a &&= 2; b ??= a; return a + b; }
function shadow(a) { let b = a; { let a = 2; b += a; { let c = a; b += c; } } return b; }
function unused(a) { let b = 1; var c = 2; const d = a; }
function swap(a, b) { let t = a; a = b; b = t; return a - b; }
function hoisted(a) { if (a) { var x = 1; } return x; }
lets(); vars(1); consts(1); compound(1, 2); counts(1); logicals(0, 1); shadow(1); unused(1); swap(1, 2); hoisted(1);
