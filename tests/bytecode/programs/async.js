// functions: simple two awaitTry arrowAsync loops method noAwait allOf
async function simple(p) { return await p; }
async function two(p, q) { const a = await p; const b = await q(a); return a + b; }
async function awaitTry(p) { try { await p; } catch (e) { console.log(e); } finally { await 1; } }
const arrowAsync = async (x) => (await x).y;
async function loops(list) { let s = 0; for (const x of list) { s += await x; } for (let i = 0; i < 2; i++) await i; return s; }
const o = { async method(x) { await this.k; return x; } };
async function noAwait(a) { if (a) return 1; }
async function allOf(list) { await Promise.all(list.map(async x => await x)); }
simple(1); two(1, x => x); awaitTry(1); arrowAsync({}); loops([1]); o.method(1); noAwait(1); allOf([1]);
