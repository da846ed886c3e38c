// A microtask behind the timers sets a timer, and by then another is due: it waits for the next pass, unless libuv is older than 1.48.
const spin = (ms) => { const start = Date.now(); while (Date.now() - start < ms); };
setTimeout(() => {
  console.log('first');
  setImmediate(() => console.log('immediate'));
  setTimeout(() => console.log('set by the first'), 1);
  queueMicrotask(() => {
    spin(3);
    setTimeout(() => {
      console.log('set by its microtask');
      setTimeout(second, 20);
    }, 1);
    spin(3);
  });
}, 10);
// With no timer set in the microtask the cached time stands still.
function second() {
  console.log('second');
  setImmediate(() => console.log('its immediate'));
  setTimeout(() => console.log('set by the second'), 1);
  queueMicrotask(() => spin(3));
}
