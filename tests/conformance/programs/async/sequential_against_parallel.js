// Awaiting in the loop against starting all first.
const job = async (n) => { console.log('start', n); await new Promise((r) => setImmediate(r)); console.log('end', n); return n; };
(async () => {
  for (const n of [1, 2]) await job(n);
  await Promise.all([3, 4].map(job));
  const [a, b] = [job(5), job(6)];
  console.log(await a, await b);
})();
