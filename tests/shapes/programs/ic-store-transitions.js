// feedback
function put(o, v) { o.qy = v; }
put({}, 1); put({}, 2);
function put2(o, v) { o.qy = v; }
put2({qx: 1}, 1); put2({}, 1); let a = {qz: 1}; put2(a, 1); put2(a, 2);
function put3(o) { o.qw = 1; }
put3({qx: 1}); put3({}); put3({qz: 1}); put3({qt: 1}); put3({qu: 1});
