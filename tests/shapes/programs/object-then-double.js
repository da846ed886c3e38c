let a = {qa: {}}; let b = {qa: 1.5}; let c = {qa: 1};
same(a, b); same(b, c);
