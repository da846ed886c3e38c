// feedback
function get(o, k) { return o[k]; }
let a = {qx: 1, qy: 2};
get(a, 'qx'); get(a, 'qx');
function get2(o, k) { return o[k]; }
get2(a, 'qx'); get2(a, 'qy');
function get3(o, k) { return o[k]; }
get3(a, 'qx'); get3({qx: 1}, 'qx');
function get4(o, k) { return o[k]; }
get4(a, 'qx'); get4([1], 0);
