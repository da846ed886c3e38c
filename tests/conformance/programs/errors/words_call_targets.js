// A call as a target: V8 reads it, and throws when it comes to it.
for (const text of ['f() = 1', 'f() += 1', 'f()++', '++f()', 'for (f() of []);']) {
  try { new Function(text); console.log(`${text} no error`); } catch (e) { console.log(`${text} ${e.name}: ${e.message}`); }
}
