function recurse(n) {
  return recurse(n + 1) + 1;
}
try {
  recurse(0);
} catch (error) {
  console.log(error.name, error.message, error instanceof RangeError);
}
function forever() {
  forever();
}
forever();
