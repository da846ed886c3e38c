function deep(n) {
  return n === 0 ? new Error('limit').stack.split('\n').length - 1 : deep(n - 1);
}
for (const limit of [0, 1, 3, 15]) {
  Error.stackTraceLimit = limit;
  console.log(limit, deep(20));
}
const holder = { name: 'Holder', message: 'made' };
function make() { Error.captureStackTrace(holder, make); }
Error.stackTraceLimit = 2;
make();
console.log(holder.stack.split('\n')[0], holder.stack.split('\n').length);
