// A stack that is captured above a function that is not on it has no frames: Node shows its own line.
function notCalled() {}
function make() {
  const error = new Error('without frames');
  Error.captureStackTrace(error, notCalled);
  console.log(JSON.stringify(error.stack));
  return error;
}
Promise.reject(make());
