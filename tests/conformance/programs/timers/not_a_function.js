// setTimeout wants a function, not code.
for (const f of [setTimeout, setInterval, setImmediate]) {
  try { f('console.log(1)', 10); } catch (error) { console.log(error.name, error.code, error.message); }
}
