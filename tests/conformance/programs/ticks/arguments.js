// Extra arguments are handed over; `this` is undefined-ish for arrows, and a plain function's this is null or undefined.
process.nextTick((a, b) => console.log('args', a, b), 1, 'two');
process.nextTick(function () { 'use strict'; console.log('this is', this); });
process.nextTick((...all) => console.log(all.length, all), 1, 2, 3, 4, 5, 6);
