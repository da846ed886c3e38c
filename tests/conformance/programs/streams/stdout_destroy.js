// Destroying and ending process.stdout: the process goes on, later words are lost or not.
const say = (...args) => process._rawDebug(...args);
console.log('before');
process.stdout.on('close', () => say('close')).on('error', (error) => say('error', error.code));
process.stdout.destroy();
say(process.stdout.destroyed, process.stdout.writable);
console.log('after destroy');
setImmediate(() => { console.log('in an immediate'); say(process.stdout.destroyed); });
process.on('exit', (code) => say('exit', code));
