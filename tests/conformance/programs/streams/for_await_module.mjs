// A module with top-level await over streams: order against ticks and the module's own end.
import { Readable, pipeline } from 'node:stream';
import { pipeline as promised, finished } from 'node:stream/promises';
import { text } from 'node:stream/consumers';
import { setInterval } from 'node:timers/promises';
process.nextTick(() => console.log('tick'));
for await (const x of Readable.from([1, 2])) { console.log(x); queueMicrotask(() => console.log('microtask of', x)); process.nextTick(() => console.log('tick of', x)); }
console.log(await text(Readable.from(['a', 'b'])));
const r = Readable.from(['x']); r.resume(); await finished(r); console.log('finished', r.readableEnded);
const count = Readable.from((async function* () { let n = 0; for await (const _ of setInterval(20)) { if (n === 3) return; yield n++; } })()); for await (const n of count) console.log('interval', n);
try { await promised(Readable.from(['y']), async function* (s) { for await (const x of s) throw new Error(`no ${x}`); }, async (s) => { for await (const _ of s); }); } catch (error) { console.log(error.message); }
console.log('end of the module');
process.on('exit', (code) => console.log('exit', code));
