// feedback
function put(o, k, v) { o[k] = v; }
let a = {qx: 1, qy: 2};
put(a, 'qx', 1); put(a, 'qx', 2);
function put2(o, k, v) { o[k] = v; }
put2(a, 'qx', 1); put2(a, 'qy', 2);
function put3(o, k, v) { o[k] = v; }
put3({}, 'qm', 1); put3({qx: 1}, 'qm', 1);
