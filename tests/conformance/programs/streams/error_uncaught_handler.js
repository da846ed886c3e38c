// uncaughtException hears a stream's error; the program goes on.
const { Readable, Writable } = require('stream');
const steps = [
  () => { const w = new Writable({ write(c, e, done) { done(new Error('second')); } }); w.on('close', () => console.log('second close')); w.write('x', (error) => { console.log('callback', error.message); }); },
  () => { const t = new Writable({ write() { throw new Error('thrown in write'); } }); t.on('close', () => console.log('third close')); t.write('y'); console.log('not reached'); },
  () => { new Readable({ read() {} }).on('data', () => { throw new Error('thrown in data'); }).push('z'); },
  () => { Readable.from(['only']).on('data', () => { throw new Error('thrown by a listener'); }).on('error', (error) => console.log('error event', error.message)); },
];
process.on('uncaughtException', (error, origin) => { console.log('uncaught', error.message, error.code, origin); const step = steps.shift(); if (step) setTimeout(step, 20); });
new Readable({ read() { this.destroy(new Error('first')); } }).resume().on('close', () => console.log('first close'));
