async function loadUser(id) {
  const user = await Promise.resolve(null);
  return user.name;
}
loadUser(1);
