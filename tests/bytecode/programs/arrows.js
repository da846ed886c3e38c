// functions: m1 m2 m3 m4 m5 next2 next3
const m1 = async (a) => { const b = 1; await a; return b }; m1();
const m2 = async a => { const b = 1; await a; return b }; m2();
const m3 = async () => { const b = 1; await 1; return b }; m3();
const m4 = async (a, c) => { const b = 1; await a; return b }; m4();
(async () => { const m5 = async (a, c) => { const b = 1; await a; return b }; m5(); })();
function next2(steps, fs) { const [name, ...args] = steps; fs(() => { name(...args) }); }
next2([()=>{}], x=>x);
(function next3(steps) { const [name] = steps; name(1); return () => next3 })([()=>{}]);
