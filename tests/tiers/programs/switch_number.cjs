const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function word(n) { switch (n) { case 0: return 'zero'; case 1: return 'one'; case 2: return 'two'; default: return 'many'; } }
for (let i = 0; i < 1200; i++) { word(i % 4); pause(); }
word('x');
