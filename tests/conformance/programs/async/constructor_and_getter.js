// Async work hidden in getters, static blocks and classes.
class Lazy { #p; get value() { return (this.#p ??= this.#load()); } async #load() { console.log('loading'); await null; return 42; } static async create() { const l = new Lazy(); await l.value; return l; } }
(async () => { const l = await Lazy.create(); console.log(await l.value, await l.value); })();
