// await using over streams: closed at the end of the block, and when it throws.
const { Readable, Writable } = require('stream');
(async () => {
  {
    await using r = new Readable({ read() {} });
    r.on('error', (error) => console.log('error', error.name)).on('close', () => console.log('close'));
    console.log('in the block', r.destroyed);
  }
  console.log('after the block');
  try {
    await using w = new Writable({ write(c, e, done) { done(); } });
    w.on('error', (error) => console.log('w error', error.name)).on('close', () => console.log('w close'));
    throw new Error('in the block');
  } catch (error) { console.log(error.name, error.message); }
})();
