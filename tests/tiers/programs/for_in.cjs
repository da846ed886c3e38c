const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function keys(o) { let n = 0; for (const key in o) n += key.length; return n; }
for (let i = 0; i < 900; i++) { keys({ ab: 1, cde: 2 }); pause(); }
