async function part(n) {
  await null;
  if (n === 2) throw new Error('part ' + n);
  return n;
}
async function whole() {
  return await Promise.all([part(1), part(2), part(3)]);
}
whole();
