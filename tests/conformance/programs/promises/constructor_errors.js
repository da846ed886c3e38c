// Misuse of the constructor.
for (const f of [() => new Promise(), () => Promise(), () => new Promise(1), () => Promise.resolve.call(1)]) {
  try { f(); } catch (error) { console.log(error.name, error.message); }
}
