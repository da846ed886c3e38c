// ENGINE LIBRARY CODE: fails where the engine does not take the code cache. Runs behind engine.cjs.
const [wasm, library, code] = process.argv.slice(1);
const { engine, call } = fresh(wasm);
call('boot', readFileSync(library), readFileSync(code));
if (engine.has_code() !== 1) throw new Error(`${code} was made for another engine`);
