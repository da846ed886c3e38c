L: do {
  console.log('in L');
  for (const x of [1, 2]) {
    if (x === 2) continue L;
    console.log(x);
  }
} while (0);
M: do {
  switch (1) {
    case 1: continue M;
  }
} while (false);
N: do { continue N; } while (0);




