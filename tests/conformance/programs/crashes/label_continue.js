outer: for (let i = 0; i < 3; i++) {
  for (let j = 0; j < 3; j++) {
    if (j === 1) continue outer;
    console.log(i, j);
  }
}
L: do {
  console.log('once');
  continue L;
} while (0);
null.done;
