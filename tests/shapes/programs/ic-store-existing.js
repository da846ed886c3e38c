// feedback
function put(o, v) { o.qx = v; }
let a = {qx: 1}; put(a, 2); put(a, 1.5); put(a, 2.5); put({qx: 1}, 1);
