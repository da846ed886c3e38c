// Writing from within _write, from callbacks, from drain and from finish.
const { Writable } = require('stream');
let depth = 0;
const w = new Writable({
  highWaterMark: 2,
  write(chunk, e, done) {
    console.log('write', String(chunk), 'depth', depth);
    depth++;
    if (String(chunk) === 'a') console.log('inner', w.write('inner'));
    done();
    depth--;
  },
});
w.on('drain', () => console.log('drain')).on('error', (error) => console.log('error', error.code)).on('close', () => console.log('close'));
w.write('a', () => { console.log('callback a'); w.write('from callback', () => { console.log('callback of it'); w.end(); }); });
console.log('sync');
w.on('finish', () => { console.log('finish'); w.write('after finish', (error) => console.log(error.code)); });
