// functions: of ofVar ofPattern inObject inExisting ofBreak ofReturn inKeyed ofClosure
function of(list) { let s = 0; for (const x of list) { s += x; } return s; }
function ofVar(list) { for (var x of list) { x.y; } return x; }
function ofPattern(map) { let s = 0; for (const [k, v] of map) s += v; return s; }
function inObject(o) { let n = 0; for (const k in o) { n++; } return n; }
function inExisting(o, p) { let k; for (k in o) p.x = k; for (p.y in o) p.z = 1; return k; }
function ofBreak(list) { for (const x of list) { if (x) break; if (x === 0) continue; x.y(); } }
function ofReturn(list) { for (const x of list) { return x; } }
function inKeyed(o) { let t = 0; for (const k in o) { if (o[k]) t += o[k]; } return t; }
function ofClosure(list, out) { for (const x of list) { out.push(() => x); } }
of([1]); ofVar([{}]); ofPattern([[1, 2]]); inObject({ a: 1 }); inExisting({ a: 1 }, {}); ofBreak([1]); ofReturn([1]); inKeyed({ a: 1 }); ofClosure([1], []);
