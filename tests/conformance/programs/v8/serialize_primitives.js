// V8's wire format: primitives, strings of one and two bytes a character, and their boxes.
const v8 = require('v8');
const hex = (...values) => { for (const value of values) console.log(typeof value, v8.serialize(value).toString('hex')); };
hex(undefined, null, true, false, 0, 1, -1, 127, 300, 2 ** 30, 2 ** 31 - 1, -(2 ** 31), 2 ** 31, 1.5, -0, NaN, Infinity, Number.MAX_SAFE_INTEGER);
hex('', 'abc', 'é', '€', 'a€', '\u0000', 'x'.repeat(130), '€'.repeat(70), '\ud83d\ude00', '\ud800');
hex(0n, 1n, -5n, 255n, 2n ** 63n, 2n ** 64n, -(2n ** 64n), 2n ** 128n - 1n);
hex(Object(1), Object(-0), Object(true), Object(false), Object('s'), Object('€'), Object(5n), new Date(0), new Date(NaN), new Date(1e12), /a€/gi, /abc/, /x/dgimsuy, /x/v);
for (const value of [undefined, null, -0, NaN, 2 ** 31, 2n ** 70n, -3n, '€', '\ud800', 'é']) console.log(Object.is(v8.deserialize(v8.serialize(value)), value), v8.deserialize(v8.serialize(value)));
console.log(v8.deserialize(v8.serialize([Object(1), Object(false), Object('s'), Object(5n), new Date(0), /a€/gi])));
