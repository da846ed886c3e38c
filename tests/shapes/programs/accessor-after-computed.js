let k = 'qk';
let a = {[k]: 1, get qa() { return 1; }};
fast(a);
