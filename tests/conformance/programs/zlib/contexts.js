// zlib follows the async context; a stream's last events.
const zlib = require('zlib'), { AsyncLocalStorage } = require('async_hooks');
const s = new AsyncLocalStorage();
s.run('x', () => zlib.gzip('a', () => console.log(s.getStore())));
const { promisify } = require('util');
promisify(zlib.gzip)('abc').then((b) => promisify(zlib.gunzip)(b)).then(String).then(console.log);
const g = zlib.createGzip(); g.write('abc'); g.end(); g.resume(); g.on('end', () => console.log('end')); g.on('close', () => console.log('close'));
