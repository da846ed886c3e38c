// Callback chain: read, parse, read again.
const fs = require('fs');
fs.readFile('data.json', 'utf8', (error, text) => {
  if (error) throw error;
  const { name } = JSON.parse(text);
  console.log('name', name);
  fs.stat('hello.txt', (error, stats) => {
    console.log('size', stats.size, stats.isFile(), stats.isDirectory());
    fs.access('nope.txt', (error) => console.log('access', error.code));
  });
});
console.log('started');
