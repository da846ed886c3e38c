// An exception in an fs callback is uncaught: no caller is left.
const fs = require('fs');
try {
  fs.readFile('hello.txt', () => { console.log('about to throw'); throw new Error('in callback'); });
} catch (error) {
  console.log('never caught here');
}
process.on('exit', (code) => console.log('exit', code));
