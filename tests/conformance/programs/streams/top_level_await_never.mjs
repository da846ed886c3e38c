// A top-level await on a stream that never ends: exit code 13 and a warning.
import { PassThrough } from 'node:stream';
const p = new PassThrough();
p.write('one');
process.on('exit', (code) => console.log('exit', code, p.destroyed));
for await (const x of p) console.log(String(x));
console.log('never');
