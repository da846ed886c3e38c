// Leaving a for await calls return(), and waits for it.
async function* source() { let n = 0; try { while (true) yield n++; } finally { await null; console.log('cleaned up'); } }
(async () => {
  for await (const n of source()) { console.log(n); if (n === 2) break; }
  console.log('after the loop');
  try { for await (const n of source()) throw new Error(`at ${n}`); } catch (e) { console.log(e.message); }
})();
