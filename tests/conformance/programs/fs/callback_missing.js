// Without a callback, or with a wrong path, fs throws at once.
const fs = require('fs');
const attempt = (f) => { try { f(); } catch (error) { console.log(error.name, error.code, '|', error.message); } };
attempt(() => fs.readFile('hello.txt'));
attempt(() => fs.readFile(null, () => {}));
attempt(() => fs.readFileSync({}));
attempt(() => fs.stat('a\0b', () => {}));
attempt(() => fs.readFileSync('hello.txt', 'nonsense'));
