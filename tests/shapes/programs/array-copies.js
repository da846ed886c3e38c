let a = [1, 2, 3]; kind(a.slice()); kind(a.slice(1));
let b = [, 1]; kind(b.slice());
let c = [1.5]; kind(a.concat(c)); kind(a.concat(['x'])); kind([...a]); kind([...c]);
kind(Array.from(a)); kind(Array.of(1, 2)); kind(Object.keys({qa: 1}));
