// Standard input through a transform to standard output, and as an async iterable of bytes.
const { Transform, pipeline } = require('stream');
const upper = new Transform({
  transform(piece, encoding, callback) { callback(null, piece.toString().toUpperCase()); },
  flush(callback) { callback(null, '\n-- end --\n'); },
});
pipeline(process.stdin, upper, async function* (source) {
  for await (const piece of source) { console.log(piece.length); yield piece; }
}, async (source) => {
  for await (const piece of source) process.stdout.write(piece);
}, (error) => console.log('done', error));
console.log('main');
