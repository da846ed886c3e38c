// feedback
function get(o) { return o.qx; }
let a = {qa: 1, qx: 1}; delete a.qa; let b = {qb: 1, qx: 1}; delete b.qb;
get(a); get(b); get({qx: 1});
