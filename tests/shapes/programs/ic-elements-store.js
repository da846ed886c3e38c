// feedback
function put(a, i, v) { a[i] = v; }
let a = [1, 2, 3]; put(a, 0, 5); put(a, 1, 1.5); put(a, 2, 'x');
function put2(a, i, v) { a[i] = v; }
let b = [1, 2]; let c = ['x']; put2(b, 0, 1); put2(c, 0, 1);
