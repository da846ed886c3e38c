// feedback
function get2(o) { return o.qx; }
function get4(o) { return o.qx; }
function get5(o) { return o.qx; }
let a = {qx: 1}; let b = {qa: 1, qx: 1}; let c = {qb: 1, qx: 1}; let d = {qc: 1, qx: 1}; let e = {qd: 1, qx: 1};
get2(a); get2(b); get2(a);
get4(a); get4(b); get4(c); get4(d); get4(a);
get5(a); get5(b); get5(c); get5(d); get5(e);
