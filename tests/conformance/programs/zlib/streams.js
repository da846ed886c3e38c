// Streams of zlib in a pipeline, flush, bytesWritten, the order of events.
const zlib = require('zlib');
const { pipeline, Readable, Writable } = require('stream');
const chunks = [];
const gzip = zlib.createGzip();
for (const name of ['finish', 'end', 'close']) gzip.on(name, () => console.log('gzip', name));
pipeline(Readable.from(['one ', 'two ', 'three ']), gzip, zlib.createGunzip(), new Writable({ write(chunk, encoding, done) { chunks.push(chunk); done(); } }), (error) => {
  console.log('pipeline', error, Buffer.concat(chunks).toString(), gzip.bytesWritten);
});
const deflate = zlib.createDeflate({ level: 9 });
const inflate = zlib.createInflate();
inflate.on('data', (data) => console.log('inflated', data.toString())).on('end', () => console.log('inflate end'));
deflate.pipe(inflate);
deflate.write('flushed early', () => deflate.flush(() => { console.log('flushed'); deflate.end(' and the rest'); }));
require('fs').writeFileSync('/tmp/node-lifecycle-zlib.txt', 'x'.repeat(100000));
let total = 0;
require('fs').createReadStream('/tmp/node-lifecycle-zlib.txt').pipe(zlib.createGzip()).pipe(zlib.createGunzip()).on('data', (data) => { total += data.length; }).on('end', () => { console.log('file', total); require('fs').unlinkSync('/tmp/node-lifecycle-zlib.txt'); });
console.log(gzip instanceof require('stream').Transform, zlib.createUnzip().constructor.name);
