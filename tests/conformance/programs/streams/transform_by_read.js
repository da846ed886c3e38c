// A transform read by 'readable' and by read(n), never flowing.
const { Transform } = require('stream');
const t = new Transform({ transform(chunk, e, done) { for (const letter of String(chunk)) this.push(letter + letter); done(); } });
t.on('readable', () => { console.log('readable', t.readableLength); let c; while ((c = t.read(3)) !== null) console.log('read', String(c)); });
t.on('end', () => console.log('end')).on('finish', () => console.log('finish'));
t.write('abc');
setImmediate(() => { t.write('d'); t.end('e'); });
