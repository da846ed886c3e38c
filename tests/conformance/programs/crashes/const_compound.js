const total = 0;
[1, 2, 3].forEach((n) => {
  total += n;
});
