// feedback
function at(a, i) { return a[i]; }
at([1, 2], 0); at([1.5], 0); at(['x'], 0);
function at2(a, i) { return a[i]; }
at2(['x'], 0); at2([1], 0); at2([1.5], 0);
function at3(a, i) { return a[i]; }
let o = {0: 1}; at3(o, 0); at3([1], 0); at3([, 1], 1); at3([1.5], 0); at3([, 1.5], 1);
