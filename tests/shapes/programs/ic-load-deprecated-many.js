// feedback
function get(o) { return o.qx; }
function make(v) { return {qx: v, qy: v, qz: v}; }
let a = make(1); get(a);
let b = {qp: 1, qx: 1}; get(b);
a.qx = 1.5; get(a);
a.qy = 1.5; get(a);
a.qz = 1.5; get(a);
let c = {qq: 1, qx: 1}; get(c);
