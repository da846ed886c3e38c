async function tick() {
  await null;
  JSON.parse('{');
}
setTimeout(async () => {
  await tick();
}, 1);
