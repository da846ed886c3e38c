const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function pick(o) { o.n ??= 5; o.m ||= 2; o.k &&= 3; return o.n + o.m + o.k; }
for (let i = 0; i < 900; i++) { pick({ n: i % 2 ? 1 : null, m: 0, k: 1 }); pause(); }
