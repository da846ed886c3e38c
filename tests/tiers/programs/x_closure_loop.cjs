const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function sum(list) { let t = 0; list.forEach((x) => { t += x; }); return t; }
const list = [1, 2, 3, 4, 5];
for (let i = 0; i < 1500; i++) { sum(list); pause(); }
