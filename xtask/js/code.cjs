// ENGINE LIBRARY PROGRAMS MAJOR OUT: writes the code cache of what booting the library and the lessons call. Runs behind engine.cjs.
const [wasm, library, programs, major, out] = process.argv.slice(1);
const bytes = readFileSync(library);

const compiler = fresh(wasm);
compiler.call('compile', bytes);
const whole = compiler.take();

const { engine, call, run, well, take } = fresh(wasm);
call('boot', bytes, whole);
readdirSync(programs).filter((name) => name.endsWith(`-${major}.program`)).sort().forEach((name, index) => {
  if (index > 0) call('boot_again');
  call('begin_unrecorded', readFileSync(path.join(programs, name)));
  run();
});
well(engine.code_that_ran());
writeFileSync(out, take());
