// timers/promises: value, abort, interval.
const { setTimeout: sleep, setInterval: every, setImmediate: soon } = require('timers/promises');
(async () => {
  console.log(await sleep(5, 'slept'));
  console.log(await soon('immediate'));
  let n = 0;
  for await (const v of every(5, 'tick')) { console.log(v, ++n); if (n === 3) break; }
  const ac = new AbortController();
  setTimeout(() => ac.abort(), 5);
  try { await sleep(1000, null, { signal: ac.signal }); } catch (error) { console.log(error.name, error.code, error.message); }
})();
