// functions: reads writes types later logs timers
function reads() { return Math.max(1, NaN) + undefined; }
function writes(v) { leaked = v; leaked++; return leaked = 2; }
function types() { return typeof nothing === 'undefined' && typeof process; }
function later() { return later.x = setTimeout; }
function logs(a) { console.log('a', a); console.log(a); console.log(); }
function timers() { setTimeout(() => console.log('t'), 0); setImmediate(logs, 1); process.nextTick(() => {}); Promise.resolve(1).then(x => x); }
reads(); writes(1); types(); later(); logs(1); timers();
