const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function name(x) { switch (x) { case 0: return 'a'; case 1: return 'b'; case 2: return 'c'; default: return 'd'; } }
for (let i = 0; i < 5000; i++) { name(i & 1); pause(); }
name(3);
for (let i = 0; i < 1500; i++) { name(i & 1); pause(); }
