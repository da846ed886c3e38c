// Errors of fs promises in try/catch/finally.
const fs = require('fs/promises');
async function load(name) {
  try {
    const text = await fs.readFile(name, 'utf8');
    return text.trim();
  } catch (error) {
    console.log('could not read', name, error.code);
    return 'fallback';
  } finally {
    console.log('finally', name);
  }
}
load('hello.txt').then((v) => { console.log(v); return load('nope.txt'); }).then((v) => console.log(v));
