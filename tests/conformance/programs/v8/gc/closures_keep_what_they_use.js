// Flags: --expose-gc
// A closure keeps what it uses of its scope, and with it all that other closures of the scope use.
function outer() {
  const big = { name: 'big' };
  const small = { name: 'small' };
  const ref = new WeakRef(big);
  function never() { return big; }
  return { ref, get: () => small };
}
function without() {
  const big = { name: 'big' };
  const small = { name: 'small' };
  const ref = new WeakRef(big);
  return { ref, get: () => small };
}
const one = outer(), two = without();
setTimeout(() => { gc(); console.log(typeof one.ref.deref(), typeof two.ref.deref(), one.get().name, two.get().name); });
