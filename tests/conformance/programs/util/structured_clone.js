// Clones: maps, dates, cycles, errors; not functions.
const o = { d: new Date(0), m: new Map([[1, new Set(['a'])]]), r: /x/g, n: -0, u: undefined, b: 1n }; o.self = o;
const c = structuredClone(o);
console.log(c, c !== o, c.self === c, c.d instanceof Date);
console.log(structuredClone(new RangeError('e')) instanceof RangeError);
try { structuredClone({ f() {} }); } catch (e) { console.log(e.name, e.code, e.message); }
