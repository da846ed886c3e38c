// feedback
function get(o) { return o.qx; }
let a = {qx: 1}; get(a); Object.freeze(a); get(a); get({qx: 2});
