// Flags: --expose-gc
async function run() {
  let local = { name: 'local' };
  const ref = new WeakRef(local);
  await new Promise((resolve) => setTimeout(resolve));
  gc();
  console.log('while it is used later', typeof ref.deref());
  local.name = 'used';
  local = null;
  await new Promise((resolve) => setTimeout(resolve));
  gc();
  console.log('after null', typeof ref.deref());
}
run();
