const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function tiny(x) { return x | 0; }
function many(x) { let s = 0; s += tiny(x); s += tiny(x); s += tiny(x); s += tiny(x); return s; }
for (let i = 0; i < 4000; i++) { many(i); pause(); }
