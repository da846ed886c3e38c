// feedback
function get(o) { return o.qx; }
for (let i = 0; i < 10; i++) get({qx: i});
