// Disposal on the line of its brace: await using, using, and for (await using …).
const { Readable } = require('stream');
const make = (name) => new Readable({ read() {} }).on('error', () => console.log(name, 'error')).on('close', () => console.log(name, 'close'));
(async () => {
  { await using a = make('a'), b = make('b'); console.log(a.destroyed, b.destroyed); }
  console.log('after');
  { using c = { [Symbol.dispose]() { console.log('dispose c'); } }; console.log('in', typeof c); }
  for (await using d of [make('d')]) console.log('loop', d.destroyed);
  console.log('end');
})();
