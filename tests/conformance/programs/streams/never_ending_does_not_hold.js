// A stream that waits for nothing real holds no process: it ends quietly.
const { Readable, PassThrough } = require('stream');
const { pipeline } = require('stream/promises');
const r = new Readable({ read() { console.log('read'); } });
r.on('data', () => {}).on('end', () => console.log('never'));
pipeline(new PassThrough(), new PassThrough()).then(() => console.log('never'), () => console.log('never'));
(async () => { for await (const x of new PassThrough()) console.log(x); console.log('never'); })().finally(() => console.log('never'));
new ReadableStream().getReader().read().then(() => console.log('never'));
process.on('beforeExit', (code) => console.log('beforeExit', code));
process.on('exit', (code) => console.log('exit', code, r.destroyed));
