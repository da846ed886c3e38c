let a = {qa: 1}; let b = {qa: 1}; delete a.nothing;
fast(a); same(a, b);
