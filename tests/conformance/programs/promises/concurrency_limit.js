// Two at a time.
const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
async function limited(jobs, limit) {
  const results = []; let next = 0;
  const worker = async (name) => { while (next < jobs.length) { const at = next++; console.log(name, 'starts', at); results[at] = await jobs[at](); } };
  await Promise.all(Array.from({ length: limit }, (_, n) => worker(`worker ${n}`)));
  return results;
}
limited([30, 90, 30, 30].map((ms, n) => async () => { await sleep(ms); return n * 10; }), 2).then(console.log);
