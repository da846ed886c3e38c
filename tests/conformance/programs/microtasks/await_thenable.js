// Awaiting a thenable takes a turn to call its then, and one to go on.
const thenable = { then(done) { console.log('then()'); done('result'); } };
(async () => { console.log('got', await thenable); })();
Promise.resolve().then(() => console.log('t1')).then(() => console.log('t2')).then(() => console.log('t3'));
