// A thenable's then() is called in a job of its own.
const thenable = { then(resolve) { console.log('then called'); resolve('thenable value'); } };
Promise.resolve(thenable).then((v) => console.log(v));
Promise.resolve('plain').then((v) => console.log(v)).then(() => console.log('plain 2')).then(() => console.log('plain 3'));
console.log('sync');
