// What is no compressed data, in zlib's words.
const zlib = require('zlib');
const good = zlib.gzipSync('some text that is compressed');
const broken = Buffer.from(good); broken[broken.length - 6] ^= 0xff;
const tries = {
  header: () => zlib.inflateSync(Buffer.from('not compressed')), gzipHeader: () => zlib.gunzipSync(Buffer.from('not compressed')), short: () => zlib.gunzipSync(good.subarray(0, 20)),
  checksum: () => zlib.gunzipSync(broken), raw: () => zlib.inflateRawSync(Buffer.from([0xff, 0xff, 0xff])), type: () => zlib.gzipSync(5), level: () => zlib.gzipSync('x', { level: 77 }), tooLarge: () => zlib.gunzipSync(good, { maxOutputLength: 3 }),
  dictionary: () => zlib.inflateSync(zlib.deflateSync('x', { dictionary: Buffer.from('abc') })), badDictionary: () => zlib.inflateSync(zlib.deflateSync('x', { dictionary: Buffer.from('abc') }), { dictionary: Buffer.from('xyz') }), empty: () => zlib.gunzipSync(Buffer.alloc(0)),
  trailing: () => zlib.gunzipSync(Buffer.concat([good, Buffer.from([0, 0, 1])])).toString(), junk: () => zlib.gunzipSync(Buffer.concat([good, Buffer.from('junk')])).toString(),
};
for (const [name, go] of Object.entries(tries)) try { console.log(name, go()); } catch (e) { console.log(name, e.name, e.code, e.errno, e.message); }
zlib.inflate(Buffer.from('nope'), (error, result) => console.log('async', error.code, error.errno, error.message, result));
const stream = zlib.createGunzip();
stream.on('error', (error) => console.log('stream', error.code, error.message)).on('close', () => console.log('close'));
stream.end('garbage');
