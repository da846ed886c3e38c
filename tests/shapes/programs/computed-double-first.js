function make(v) { return {qa: v}; }
let a = make(1.5); let b = make(1); let c = {qa: 3};
same(a, b); same(b, c);
