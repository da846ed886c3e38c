const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function sieve(n) { const marks = []; for (let i = 0; i <= n; i++) { marks.push(true); } for (let i = 2; i * i <= n; i++) { if (marks[i]) { for (let j = i * i; j <= n; j += i) { marks[j] = false; } } } return marks; }
for (let i = 0; i < 400; i++) { sieve(60); pause(); }
