// What is written is what is read.
const fs = require('fs');
fs.writeFile('out.txt', 'first\n', (error) => {
  console.log('written', error);
  fs.appendFile('out.txt', 'second\n', (error) => {
    console.log('appended', error);
    console.log(fs.readFileSync('out.txt', 'utf8'));
    fs.unlink('out.txt', () => console.log('gone', fs.existsSync('out.txt')));
  });
});
