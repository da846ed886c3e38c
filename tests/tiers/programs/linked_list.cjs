const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
class Node { constructor(v, next) { this.v = v; this.next = next; } }
let head = null; for (let i = 0; i < 50; i++) { head = new Node(i, head); }
function sum(list) { let s = 0; for (let n = list; n !== null; n = n.next) { s += n.v; } return s; }
for (let i = 0; i < 1200; i++) { sum(head); pause(); }
