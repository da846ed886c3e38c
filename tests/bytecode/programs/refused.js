// functions: asyncGenerator forAwait privates
async function* asyncGenerator() { yield 1; }
async function forAwait(list) { for await (const x of list) console.log(x); }
function privates() { class P { #x = 1; get() { return this.#x; } } return new P().get(); }
asyncGenerator().next(); forAwait([]); privates();
