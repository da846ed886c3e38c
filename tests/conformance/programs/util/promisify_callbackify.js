// Both directions.
const { promisify, callbackify } = require('util');
const old = (a, b, done) => setImmediate(() => (b ? done(null, a / b) : done(new Error('division by zero'))));
promisify(old)(6, 3).then((v) => { console.log(v); return promisify(old)(1, 0); }).catch((e) => console.log(e.message));
callbackify(async (x) => x * 2)(21, (e, v) => { console.log('callbackified', e, v); });
callbackify(async () => { throw null; })((e) => console.log(e.code, e.message));
