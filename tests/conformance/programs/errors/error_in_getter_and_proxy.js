// Errors thrown in getters, setters, proxies and toString.
const o = { get a() { throw new Error('getter'); }, set a(v) { throw new Error('setter ' + v); }, toString() { throw new Error('toString'); } };
for (const f of [() => o.a, () => { o.a = 1; }, () => `${o}`, () => new Proxy({}, { get() { throw new Error('proxy'); } }).x]) {
  try { f(); } catch (error) { console.log(error.message); }
}
