const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
const list = []; for (let i = 0; i < 6000; i++) { list.push(i); pause(); }
let s = 0;
list.forEach((x) => { s = (s + x) & 255; pause(); });
