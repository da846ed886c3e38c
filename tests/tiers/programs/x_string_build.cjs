const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function build(n) { let s = ''; for (let i = 0; i < n; i++) { s += 'x'; pause(); } return s; }
build(2500);
