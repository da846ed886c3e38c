let a = {qa: 1}; let b = {qa: {}}; let c = {qa: 'x'}; let d = {qa: undefined}; let e = {qa: null};
same(a, b); same(b, c); same(c, d); same(d, e);
