let a = {qa: 1.5}; let b = {qa: 1};
same(a, b);
