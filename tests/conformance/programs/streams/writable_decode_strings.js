// decodeStrings, defaultEncoding and setDefaultEncoding: what _write gets.
const { Writable } = require('stream');
const make = (options) => new Writable({ ...options, write(chunk, encoding, done) { console.log(' ', Buffer.isBuffer(chunk), chunk, encoding); done(); } });
for (const options of [{}, { decodeStrings: false }, { defaultEncoding: 'latin1' }, { decodeStrings: false, defaultEncoding: 'hex' }, { objectMode: true }, { objectMode: true, decodeStrings: true }]) {
  console.log(options);
  const w = make(options);
  w.write('é'); w.write('6162', 'hex'); w.write(Buffer.from('b')); w.write(new Uint8Array([1])); w.write('x', null); w.write('y', undefined);
  w.end('end');
}
const w = make({ decodeStrings: false });
console.log(w.setDefaultEncoding('base64') === w);
w.write('YQ==');
for (const bad of ['nonsense', 5, null, undefined]) try { w.setDefaultEncoding(bad); console.log('taken', bad); } catch (error) { console.log(error.name, error.code, error.message); }
for (const bad of ['nonsense', 5]) try { w.write('a', bad); console.log('taken', bad); } catch (error) { console.log(error.name, error.code, error.message); }
try { make({ defaultEncoding: 'bad' }); console.log('bad default taken'); } catch (error) { console.log(error.name, error.code, error.message); }
const upper = make({ decodeStrings: false, defaultEncoding: 'UTF8' });
upper.write('a'); upper.write('b', 'LATIN1');
try { upper.write('c', 'buffer'); } catch (error) { console.log(error.code, error.message); }
