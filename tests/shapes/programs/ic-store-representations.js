// feedback
function put(o, v) { o.qx = v; }
let a = {qx: 1}; let b = {qx: 1}; put(a, 2); put(b, 'x'); put(a, 1.5); put(b, {});
