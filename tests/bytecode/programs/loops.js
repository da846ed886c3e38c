// functions: counting whiles dos breaks labels infinite nested noParts commas
function counting(n) { let s = 0; for (let i = 0; i < n; i++) { s += i; } return s; }
function whiles(n) { while (n > 0) { n--; } return n; }
function dos(n) { do { n -= 2; } while (n > 0); return n; }
function breaks(n) { for (let i = 0; i < n; i++) { if (i === 2) continue; if (i > 5) break; n = n - i; } return n; }
function labels(n) { outer: for (let i = 0; i < n; i++) { for (let j = 0; j < n; j++) { if (j === 1) continue outer; if (i === 2) break outer; } } block: { if (n) break block; n = 1; } return n; }
function infinite(n) { while (true) { if (n-- < 0) break; } for (;;) { return n; } }
function nested(n) { let s = 0; for (var i = 0; i < n; i++) for (var j = 0; j < i; j++) s += i * j; return s; }
function noParts(n) { for (; n;) { n--; } for (let k = n; ; k++) { if (k > 3) return k; } }
function commas(n) { let i, j; for (i = 0, j = n; i < j; i++, j--) n += i; return n, i; }
counting(3); whiles(3); dos(3); breaks(9); labels(3); infinite(2); nested(3); noParts(2); commas(4);
