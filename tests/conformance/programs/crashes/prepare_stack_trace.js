Error.prepareStackTrace = (error, frames) => `${error.name}! ${error.message} in ${frames[0].getFunctionName()} line ${frames[0].getLineNumber()}`;
function broken() {
  return new Error('shaped');
}
console.log(broken().stack);
try {
  null.x;
} catch (error) {
  console.log(error.stack);
}
Error.prepareStackTrace = undefined;
console.log(new Error('plain').stack.split('\n').length > 2);
