// V8's wire format: objects, arrays with and without holes, maps, sets, what refers to itself.
const v8 = require('v8');
const hex = (...values) => { for (const value of values) console.log(v8.serialize(value).toString('hex')); };
hex({}, { a: 1, b: { c: 2 } }, { 1: 1, a: 2, 0: 3 }, { 0.5: 1, '-1': 2, 4294967295: 1, 4294967294: 2 }, { a: '€', ab: '€' }, { a: undefined }, { ['__proto__']: 1 });
hex([], [1, 2, 3], [1, , 3], [1.5, 2], [1, 'a'], [1.5, 'a'], [, , ,], [NaN, 1], [-0], [undefined, null], [[1], [2]], Object.assign([1], { x: 1 }), Object.assign([, 2], { x: 1 }));
const far = []; far[100000] = 1;
hex(far, new Map([[1, {}], ['k', [2]]]), new Map(), new Set([1, 'x']), new Set());
class A { x = 1; #hidden = 2; get y() { return 2; } static z = 3; }
hex(new A(), { get z() { return 3; } }, Object.create({ inherited: 1 }), Object.freeze({ a: 1 }), Object.defineProperty({ a: 1 }, 'b', { value: 2 }), { [Symbol('s')]: 1, t: 2 }, Math);
const cycle = { list: [] }; cycle.self = cycle; cycle.list.push(cycle, cycle.list);
const shared = {};
hex(cycle, [shared, shared, [shared]], new Map([[shared, shared]]));
const back = v8.deserialize(v8.serialize(cycle));
console.log(back, back.self === back, back.list[1] === back.list);
console.log(v8.deserialize(v8.serialize([1, , 3, { m: new Map([[{}, new Set([1, [2]])]]) }])), v8.deserialize(v8.serialize(far)).length);
const copy = v8.deserialize(v8.serialize(new A()));
console.log(copy, copy instanceof A, v8.deserialize(v8.serialize(JSON.parse('{"__proto__": {"a": 1}}'))));
let deep = {}; for (let i = 0; i < 300; i++) deep = { deep };
console.log(v8.serialize(deep).length, JSON.stringify(v8.deserialize(v8.serialize(deep))).length);
