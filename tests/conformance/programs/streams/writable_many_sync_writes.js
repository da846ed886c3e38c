// Twenty thousand writes that end at once need no stack, and are in order.
const { Writable } = require('stream');
let n = 0, callbacks = 0, drains = 0, inOrder = true;
const w = new Writable({ objectMode: true, write(x, e, done) { if (x !== n++) inOrder = false; done(); } });
w.on('drain', () => drains++);
for (let i = 0; i < 20000; i++) w.write(i, () => callbacks++);
w.end(() => console.log('ended', n, callbacks, drains, inOrder));
console.log('sync', n, callbacks);
