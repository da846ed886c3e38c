[1, 2].forEach((n) => {
  if (n === 1) break;
});
