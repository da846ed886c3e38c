const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function len(s) { return s.length; }
for (let i = 0; i < 5000; i++) { len('hello'); pause(); }
len([1, 2]);
for (let i = 0; i < 1500; i++) { len('hello'); pause(); }
