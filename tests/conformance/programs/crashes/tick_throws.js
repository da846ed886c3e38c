process.nextTick(() => {
  undefinedVariable++;
});
