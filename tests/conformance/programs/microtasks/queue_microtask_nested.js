// Microtasks queued by microtasks run before any timer.
setTimeout(() => console.log('timeout'), 0);
queueMicrotask(() => {
  console.log('a');
  queueMicrotask(() => {
    console.log('a.a');
    queueMicrotask(() => console.log('a.a.a'));
  });
});
queueMicrotask(() => console.log('b'));
