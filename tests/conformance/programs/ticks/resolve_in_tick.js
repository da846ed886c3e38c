// A promise settled in a tick: its reactions wait for the end of all ticks.
let settle;
new Promise((resolve) => { settle = resolve; }).then((v) => console.log('then', v));
process.nextTick(() => { console.log('tick 1 settles'); settle('value'); });
process.nextTick(() => console.log('tick 2'));
process.nextTick(() => console.log('tick 3'));
