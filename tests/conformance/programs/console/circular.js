// A circle, twice.
const a = { name: 'a' }; a.self = a; a.list = [a, { a }];
console.log(a);
const m = new Map(); m.set('me', m); console.log(m);
