const { Readable } = require('node:stream');
Readable.from([1, 2]).on('data', (chunk) => {
  chunk.toUpperCase();
});
