// ENGINE LIBRARY PROGRAMS FOLDER: records each LESSON.program of PROGRAMS into FOLDER/LESSON.trace. Runs behind engine.cjs.
const [wasm, library, programs, folder] = process.argv.slice(1);
const start = readFileSync(path.join(programs, 'trace.start'));

for (const name of readdirSync(programs).filter((name) => name.endsWith('.program') && !/-\d+\.program$/.test(name)).sort()) {
  const { call, run } = fresh(wasm);
  call('boot', readFileSync(library), Buffer.alloc(0));
  call('begin', readFileSync(path.join(programs, name)));
  // A trace file is its start, then each chunk behind its length.
  const parts = [start];
  run((chunk) => {
    if (chunk.length === 0) return;
    const length = Buffer.alloc(4);
    length.writeUInt32LE(chunk.length);
    parts.push(length, chunk);
  });
  const trace = Buffer.concat(parts);
  const file = name.replace(/program$/, 'trace');
  writeFileSync(path.join(folder, file), trace);
  console.log(`   ${file}, ${Math.ceil(trace.length / 1000)} kB`);
}
