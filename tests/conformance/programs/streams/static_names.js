// Names, lengths and kinds of what stream exports; ESM and CommonJS views of it.
const stream = require('stream');
for (const [name, value] of Object.entries(stream).sort()) console.log(name, typeof value, value?.name, value?.length);
console.log(require('node:stream') === stream, require('stream/promises') === stream.promises, require('stream').promises.pipeline.name);
console.log(stream.pipeline[require('util').promisify.custom] === stream.promises.pipeline, stream.finished[require('util').promisify.custom] === stream.promises.finished);
import('stream').then((m) => console.log(m.default === stream, Object.keys(m).length, m.Readable === stream.Readable));
import('stream/consumers').then((m) => console.log(Object.keys(m)));
import('stream/web').then((m) => console.log(m.ReadableStream === ReadableStream));
