async function query() {
  await null;
  throw new Error('connection lost');
}
async function getUser() {
  const user = await query();
  return user;
}
async function main() {
  const user = await getUser();
  console.log(user);
}
main();
