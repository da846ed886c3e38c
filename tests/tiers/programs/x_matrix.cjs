const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function product(a, b, n) { const c = []; for (let i = 0; i < n; i++) { const row = []; for (let j = 0; j < n; j++) { let s = 0; for (let k = 0; k < n; k++) { s += a[i][k] * b[k][j]; } row.push(s); } c.push(row); pause(); } return c; }
const m = []; for (let i = 0; i < 8; i++) { const r = []; for (let j = 0; j < 8; j++) { r.push(i + j); } m.push(r); }
for (let i = 0; i < 150; i++) { product(m, m, 8); pause(); }
