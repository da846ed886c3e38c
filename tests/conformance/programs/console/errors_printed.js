// Errors without their stacks: names, codes, causes.
const e = new Error('message'); e.stack = 'Error: message\n    at here'; e.code = 'E_CODE';
console.log(e);
console.log({ error: e });
const named = new TypeError('typed'); named.stack = undefined; console.log(named);
console.log(Object.assign(new Error('with cause', { cause: 'a string' }), { stack: 'Error: with cause' }));
