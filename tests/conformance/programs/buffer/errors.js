// What Buffer refuses.
for (const f of [() => Buffer.from(5), () => Buffer.from(null), () => Buffer.alloc(-1), () => Buffer.alloc('5'), () => Buffer.from('x').toString('nope'), () => Buffer.concat('x')]) {
  try { console.log(f()); } catch (e) { console.log(e.name, e.code, e.message); }
}
