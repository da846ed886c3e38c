// A mutex by a chain of promises.
class Mutex { #last = Promise.resolve(); lock(f) { const run = this.#last.then(f); this.#last = run.catch(() => {}); return run; } }
const m = new Mutex();
const job = (n, ms) => m.lock(async () => { console.log('in', n); await new Promise((r) => setTimeout(r, ms)); console.log('out', n); if (n === 2) throw new Error('2 failed'); return n; });
Promise.allSettled([job(1, 20), job(2, 5), job(3, 1)]).then((r) => console.log(r.map((x) => x.value ?? x.reason.message)));
