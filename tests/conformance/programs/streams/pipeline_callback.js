// pipeline with a callback: value and order against finish and close of each part.
const { pipeline, Readable, Transform, Writable } = require('stream');
const watch = (name, s) => { for (const event of ['end', 'finish', 'close', 'error']) s.on(event, (x) => console.log(name, event, x?.message ?? '')); return s; };
const last = watch('sink', new Writable({ write(c, e, done) { console.log('write', String(c)); done(); } }));
const given = pipeline(watch('source', Readable.from(['a', 'b'])), watch('middle', new Transform({ transform(c, e, done) { done(null, String(c).toUpperCase()); } })), last, (error, value) => {
  console.log('callback', error, value, last.destroyed);
  process.nextTick(() => console.log('tick after'));
});
console.log(given === last);
pipeline([Readable.from(['in an array']), new Writable({ write(c, e, done) { console.log(String(c)); done(); } })], (error) => console.log('array', error));
for (const args of [[], [Readable.from([])], [Readable.from([]), () => {}], [Readable.from([]), 5, () => {}], [5, new Writable(), () => {}], [Readable.from([]), new Writable()], [() => 5, new Writable(), () => {}]]) {
  try { pipeline(...args); console.log('taken'); } catch (error) { console.log(error.name, error.code, error.message); }
}
