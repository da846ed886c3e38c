const veryLongName = { a: { b: {} } }; const result = [1, 2, 3].map((n) => n * 2).filter(Boolean).concat(veryLongName.a.b.c.d);
