// The stack begins with the name and message, fixed when it was made.
const error = new TypeError('original');
console.log(error.stack.split('\n')[0]);
error.message = 'changed';
console.log(error.stack.split('\n')[0], '|', String(error));
console.log(typeof Error.captureStackTrace, Error.stackTraceLimit);
