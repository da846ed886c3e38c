const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function each(list, f) { for (let i = 0; i < list.length; i++) { f(list[i]); } }
let s = 0;
function first(x) { s = s + x; }
function second(x) { s = s - x; }
const list = [1, 2, 3, 4];
for (let i = 0; i < 1500; i++) { each(list, first); pause(); }
for (let i = 0; i < 1000; i++) { each(list, second); pause(); }
