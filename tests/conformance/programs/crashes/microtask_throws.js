queueMicrotask(() => {
  [].at(0).x;
});
