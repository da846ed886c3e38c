// The standard streams as descriptors and as devices.
const fs = require('fs');
fs.writeSync(1, 'by descriptor\n');
fs.writeSync(1, Buffer.from('bytes\n'), 0, 6);
fs.writevSync(1, [Buffer.from('two '), Buffer.from('parts\n')]);
fs.writeFileSync(1, 'whole\n');
fs.writeFileSync('/dev/stdout', 'device\n');
fs.appendFileSync('/dev/stdout', Buffer.from('again\n'));
fs.writeSync(2, 'to stderr\n');
fs.writeFileSync('/dev/stderr', 'device of stderr\n');
fs.writeFileSync('/dev/null', 'nowhere');
console.log(JSON.stringify(fs.readFileSync('/dev/null', 'utf8')));
fs.write(1, 'asynchronously\n', (error, count) => {
  console.log(error, count);
  fs.promises.writeFile('/dev/stdout', 'as a promise\n').then(() => {
    const stream = fs.createWriteStream(null, { fd: 1, autoClose: false });
    stream.write('as a stream\n', () => {
      fs.writeFileSync('f', 'piped\n');
      fs.createReadStream('f').pipe(process.stdout, { end: false }).on('unpipe', () => console.log('done'));
    });
  });
});
