let a = JSON.parse('{"qa": 1, "qb": 2}'); let b = {qa: 1, qb: 2}; let c = JSON.parse('{"qa": 1.5, "qb": 2}'); let d = JSON.parse('{"qb": 1, "qa": 2}');
same(a, b); same(a, c); same(b, d); fast(a);
