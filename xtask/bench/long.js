// Many steps of every kind: statements, calls, promises, ticks, immediates. About 100,000 steps.
let total = 0;

function add(n) {
  const doubled = n * 2;
  total += doubled % 7;
  return total;
}

async function round(k) {
  for (let i = 0; i < 40; i++) {
    add(i + k);
    if (i % 10 === 0) await null;
  }
}

function turn(k) {
  if (k === 400) return console.log(total);
  process.nextTick(add, k);
  round(k).then(() => setImmediate(turn, k + 1));
}

turn(0);
