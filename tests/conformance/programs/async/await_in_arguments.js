// Evaluation order around await.
let x = 1;
const add = async () => { x += await 10; console.log('x is 11, not 12:', x); };
add(); x += 1;
console.log('x', x);
(async () => { console.log('a', await 'b', 'c'); console.log([await 1, await 2, await 3]); })();
