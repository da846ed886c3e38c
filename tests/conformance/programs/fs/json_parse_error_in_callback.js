// JSON.parse throws inside the callback: a crash.
const fs = require('fs');
fs.readFile('broken.json', 'utf8', (error, text) => {
  console.log('read', text.length);
  try { JSON.parse(text); } catch (error) { console.log(error.name, error instanceof SyntaxError); }
});
