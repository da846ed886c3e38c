// process.stdout as the end of a pipe, which leaves it open, and of a pipeline, which ends it.
const { pipeline, Readable, Transform } = require('stream');
const say = (...args) => process._rawDebug(...args);
say(process.stdout.writable, process.stdout.destroyed, process.stdout.writableEnded, process.stdout.fd);
Readable.from(['by ', 'pipe\n']).pipe(process.stdout).on('unpipe', () => say('unpiped', process.stdout.writable));
setTimeout(() => {
  pipeline(Readable.from(['by ', 'pipeline\n']), new Transform({ transform(c, e, done) { done(null, String(c).toUpperCase()); } }), process.stdout, (error) => {
    say('callback', error, process.stdout.destroyed, process.stdout.writable, process.stdout.writableEnded);
    console.log('goes nowhere');
    process.stdout.write('nor this', (error) => say('write', error?.code));
  });
}, 20);
process.on('exit', (code) => say('exit', code));
