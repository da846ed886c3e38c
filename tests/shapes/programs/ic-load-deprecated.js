// feedback
function get(o) { return o.qx; }
let a = {qx: 1}; get(a);
let b = {qx: 1.5}; get(b); get(a);
same(a, b);
