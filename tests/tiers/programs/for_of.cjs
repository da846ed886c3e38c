const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function sum(list) { let s = 0; for (const x of list) { s += x; pause(); } return s; }
const list = []; for (let i = 0; i < 3000; i++) { list.push(i); pause(); }
sum(list);
