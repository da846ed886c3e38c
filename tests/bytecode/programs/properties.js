// functions: named keyed stores compound counts strings deletes same
function named(o) { return o.a + o.b.c; }
function keyed(o, k) { return o[k] + o[1] + o['name'] + o[k + 1]; }
function stores(o, k, v) { o.a = v; o[k] = v; o.b = o.c = 1; return o[k] = 2; }
function compound(o, k) { o.a += 1; o[k] *= 2; o.a.b -= o.c; return o.d ||= 3; }
function counts(o, k) { o.a++; ++o.b; o[k]--; return o.a++ + --o[k]; }
function strings(o, k) { return o['key' + k] + o[`t${k}`]; }
function deletes(o, k) { delete o.a; return delete o[k]; }
function same(o) { return o.x + o.x + o.y; }
named({ b: {} }); keyed({}, 1); stores({}, 1, 2); compound({ a: {} }, 1); counts({}, 1); strings({}, 1); deletes({}, 1); same({});
