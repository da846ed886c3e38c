// functions: wide longJump manyLocals
function wide(a) { return a + 300 - 70000 * a + 128; }
function longJump(a) { if (a) { a.f(1, 2, 3); a.f(1, 2, 3); a.f(1, 2, 3); a.f(1, 2, 3); a.f(1, 2, 3); a.f(1, 2, 3); a.f(1, 2, 3); a.f(1, 2, 3); a.f(1, 2, 3); a.f(1, 2, 3); a.f(1, 2, 3); a.f(1, 2, 3); a.f(1, 2, 3); a.f(1, 2, 3); a.f(1, 2, 3); } return a; }
function manyLocals(a) { let b = a, c = b, d = c, e = d, f = e, g = f, h = g, i = h, j = i, k = j, l = k, m = l, n = m, o = n, p = o, q = p, r = q, s = r; return s + r + q + b; }
wide(1); longJump({ f() {} }); manyLocals(1);
