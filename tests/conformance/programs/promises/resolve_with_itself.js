// A promise resolved with itself.
let resolve;
const p = new Promise((r) => { resolve = r; });
resolve(p);
p.catch((e) => console.log(e.name, e.message));
