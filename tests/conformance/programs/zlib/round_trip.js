// What is compressed comes back, at once and by the pool; lengths of what comes back.
const zlib = require('zlib');
const text = 'The quick brown fox jumps over the lazy dog. '.repeat(500);
for (const [pack, unpack] of [['gzipSync', 'gunzipSync'], ['deflateSync', 'inflateSync'], ['deflateRawSync', 'inflateRawSync'], ['gzipSync', 'unzipSync'], ['deflateSync', 'unzipSync']])
  for (const options of [{}, { level: 1 }, { level: 9 }, { level: 0 }, { chunkSize: 64 }, { memLevel: 3, windowBits: 10 }]) {
    const packed = zlib[pack](text, options);
    const back = zlib[unpack](packed, unpack === 'unzipSync' || !options.chunkSize ? {} : options);
    console.log(pack, unpack, packed.length < text.length || options.level === 0, back.length, back.toString() === text);
  }
console.log(zlib.gzipSync('').length, zlib.gunzipSync(zlib.gzipSync('')).length, zlib.gzipSync('a').subarray(0, 4));
console.log(zlib.gunzipSync(Buffer.concat([zlib.gzipSync('first '), zlib.gzipSync('second')])).toString());
console.log(zlib.inflateSync(zlib.deflateSync('with a dictionary', { dictionary: Buffer.from('dictionary') }), { dictionary: Buffer.from('dictionary') }).toString());
console.log(zlib.gunzipSync('H4sIAAAAAAAAA8tIzcnJVyjPL8pJAQCFEUoNCwAAAA=='.length ? Buffer.from('H4sIAAAAAAAAA8tIzcnJVyjPL8pJAQCFEUoNCwAAAA==', 'base64') : '').toString());
console.log(zlib.crc32('hello world'), zlib.crc32(Buffer.from('world'), zlib.crc32('hello ')), zlib.constants.Z_BEST_COMPRESSION, Object.keys(zlib.codes).length);
const { promisify } = require('util');
// One after another: each is work for the pool, and which of several ends first is open.
zlib.unzip(zlib.gzipSync('any'), (error, back) => {
  console.log('unzip', back.toString());
  zlib.gzip(text, (error, packed) => zlib.gunzip(packed, (error, back) => {
    console.log('async', error, back.length);
    promisify(zlib.deflate)('promised').then(promisify(zlib.inflate)).then((back) => console.log(back.toString()));
  }));
});
console.log('end of main');
