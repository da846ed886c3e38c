// A read() that pushes two chunks in a timer; readable and data listeners both count.
const { Readable } = require('stream');
let n = 0;
const r = new Readable({
  encoding: 'utf8',
  read() {
    console.log('read', n);
    setTimeout(() => {
      if (++n > 3) { console.log('push null', this.push(null)); return; }
      console.log('push', this.push(`${n}a`), this.push(`${n}b`), this.readableLength);
    }, 20);
  },
});
r.on('end', () => console.log('end')).on('close', () => console.log('close'));
r.on('data', (chunk) => console.log('data', chunk));
