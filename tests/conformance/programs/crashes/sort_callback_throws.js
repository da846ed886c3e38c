[2, 1].sort((a, b) => {
  return a.value.x - b.value.x;
});
