// functions: simple values delegates tries loop
function* simple(a) { yield a; return 2; }
function* values(n) { const x = yield n; const y = (yield x) + 1; return x + y; }
function* delegates(list) { const r = yield* list; return r; }
function* tries(a) { try { yield a; } finally { yield 2; } }
function* loop(n) { for (let i = 0; i < n; i++) yield i; }
[...simple(1)]; [...values(1)]; [...delegates([1])]; [...tries(1)]; [...loop(2)];
