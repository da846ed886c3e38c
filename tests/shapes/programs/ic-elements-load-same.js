// feedback
function at(a, i) { return a[i]; }
let a = [1, 2, 3];
at(a, 0); at(a, 1); at(a, 2);
