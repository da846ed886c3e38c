let a = {qa: 1}; let b = {qa: 1.5};
function get(o) { return o.qa; }
same(a, b);
get(a);
same(a, b);
