const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function hi(name) { return 'hi ' + name; }
for (let i = 0; i < 5000; i++) { hi('bob'); pause(); }
hi(1);
for (let i = 0; i < 1500; i++) { hi('bob'); pause(); }
