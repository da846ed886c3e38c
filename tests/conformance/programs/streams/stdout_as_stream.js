// process.stdout as a Writable: its return values, callbacks, cork, and what of it is a stream's.
const { Writable } = require('stream');
const out = process.stdout;
const say = (...args) => process._rawDebug(...args);
say(out instanceof Writable, out.writable, out.isTTY, out.columns, out._isStdio, out.fd, process.stderr.fd, out.destroyed);
say(out.write('one\n'), out.write('two\n', () => say('callback')), out.write(Buffer.from('three\n')), out.write('Zm91cgo=', 'base64'), out.write(''));
for (const bad of [5, null, undefined, {}]) try { out.write(bad); say('taken'); } catch (error) { say(error.code); }
out.cork(); out.write('corked '); out.write('together\n'); say('corked', out.writableCorked); out.uncork();
process.nextTick(() => say('tick')); Promise.resolve().then(() => say('microtask'));
setImmediate(() => { out.end('last\n', () => { say('end callback'); }); out.on('finish', () => say('finish')); });
