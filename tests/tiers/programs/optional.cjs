const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
function name(user) { return user?.address?.street ?? 'none'; }
for (let i = 0; i < 900; i++) { name(i % 3 ? { address: { street: 'a' } } : {}); pause(); }
name(null);
for (let i = 0; i < 900; i++) { name(null); pause(); }
