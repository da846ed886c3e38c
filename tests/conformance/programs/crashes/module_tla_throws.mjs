async function load() {
  await null;
  throw new Error('not loaded');
}
const value = await load();
