// finally runs, and its return wins.
function f() { try { throw new Error('lost'); } catch { return 'catch'; } finally { console.log('finally'); } }
function g() { try { return 'try'; } finally { return 'finally wins'; } }
function h() { for (const x of [1, 2, 3]) { try { if (x === 2) continue; console.log(x); } finally { console.log('f', x); } } }
console.log(f()); console.log(g()); h();
