// Standard input as a file: by its descriptor, and by its device.
const fs = require('fs');
const stat = fs.fstatSync(0);
console.log(stat.isFile(), stat.size);
console.log(fs.readSync(0, Buffer.alloc(6), 0, 6, 0), fs.readSync(0, Buffer.alloc(100), 0, 5, null));
console.log(JSON.stringify(fs.readFileSync(0, 'utf8')));
console.log(fs.readFileSync(0, 'utf8') === '');
const device = fs.readFileSync('/dev/stdin', 'utf8');
console.log(device.split(/\r?\n/));
fs.readFile('/dev/stdin', (error, bytes) => {
  console.log(error, bytes.length);
  fs.promises.readFile('/dev/stdin', 'latin1').then((text) => console.log(text.slice(0, 20)));
});
