const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function copy(o) { return { ...o, z: 1 }; }
for (let i = 0; i < 900; i++) { copy({ x: i }); pause(); }
