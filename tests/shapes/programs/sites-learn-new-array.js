// feedback
function make(n) { return new Array(n); }
let a = make(3); a[0] = 1.5; let b = make(3); kind(b);
b[0] = 'x'; let c = make(3); kind(c);
