function make() { return {m() { return 1; }, qa: 1}; }
let a = make(); let b = make();
same(a, b); fast(a);
let c = {m: 1, qa: 1};
same(a, c);
