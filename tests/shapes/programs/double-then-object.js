let a = {qa: 1.5}; let b = {qa: 'x'}; let c = {qa: 1};
same(a, b); same(b, c); same(a, c);
