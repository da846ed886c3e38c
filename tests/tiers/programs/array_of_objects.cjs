const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
const points = []; for (let i = 0; i < 20; i++) { points.push({ x: i, y: i + 1 }); }
function total(list) { let s = 0; for (let i = 0; i < list.length; i++) { s += list[i].x * list[i].y; } return s; }
for (let i = 0; i < 1500; i++) { total(points); pause(); }
