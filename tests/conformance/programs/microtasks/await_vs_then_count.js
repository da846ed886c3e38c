// How many turns is an await of a native promise? One.
const p = Promise.resolve();
(async () => { await p; console.log('after 1 await'); await p; console.log('after 2 awaits'); await p; console.log('after 3 awaits'); })();
p.then(() => console.log('then 1')).then(() => console.log('then 2')).then(() => console.log('then 3'));
