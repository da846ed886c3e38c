// return p, return await p, and return value take different numbers of turns.
const value = async () => 'value';
const promise = async () => Promise.resolve('promise');
const awaited = async () => await Promise.resolve('awaited');
promise().then(console.log);
awaited().then(console.log);
value().then(console.log);
Promise.resolve().then(() => console.log('turn 1')).then(() => console.log('turn 2')).then(() => console.log('turn 3')).then(() => console.log('turn 4'));
