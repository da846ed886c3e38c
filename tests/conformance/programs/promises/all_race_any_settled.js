// The four combinators on the same inputs.
const inputs = () => [new Promise((r) => setTimeout(r, 40, 'slow')), Promise.reject(new Error('bad')), 'value'];
Promise.all(inputs()).then(console.log, (e) => console.log('all', e.message));
Promise.race(inputs()).then(console.log, (e) => console.log('race', e.message));
Promise.any(inputs()).then((v) => console.log('any', v));
Promise.allSettled(inputs()).then((r) => console.log('settled', r.map((x) => x.status)));
Promise.any([Promise.reject(new Error('x')), Promise.reject(new Error('y'))]).catch((e) => console.log(e.name, e.message, e.errors.length));
