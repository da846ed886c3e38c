// A generator in a pipeline throws, and nobody handles it; its stack is read by nobody before.
const { pipeline } = require('stream/promises');
process.on('exit', (code) => console.log('exit', code));
const source = async function* () { yield 1; throw new Error('in the generator'); };
pipeline(source, async (items) => { for await (const x of items) console.log('got', x); });
