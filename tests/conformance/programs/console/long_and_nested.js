// Where lines break and depth ends.
console.log({ a: { b: { c: { d: { e: 1 } } } } });
console.log(Array.from({ length: 120 }, (_, i) => i));
console.log(Array.from({ length: 8 }, (_, i) => 'a string of some length ' + i));
console.log({ first: 'a fairly long value', second: 'another fairly long value', third: 'and one more of them' });
console.log('x'.repeat(10200).length, ['x'.repeat(120)]);
console.log(new Map(Array.from({ length: 5 }, (_, i) => [`key ${i}`, { value: i }])));
