// functions: sum chain smi mixed shifts fold unary strings
function sum(a, b) { return a + b; }
function chain(a, b, c) { return a + b + c - a * b * 2; }
function smi(a) { return (a + 1) * 2 - 3 / a % 7 ** a; }
function mixed(a, b) { let c = a * b; c += 5; c -= a; c = c | 0; return c & 255 ^ b; }
function shifts(a) { return (a << 2) + (a >> 1) + (a >>> 3); }
function fold() { return 1 + 2 * 3 - 1.5 + -4 + ~7; }
function unary(a) { return -a + +a - ~a; }
function strings(a) { return 'a' + a + "b" + 1; }
sum(1, 2); chain(1, 2, 3); smi(1); mixed(1, 2); shifts(3); fold(); unary(2); strings('x');
