// Wrong arguments throw at once.
const crypto = require('crypto');
for (const f of [() => crypto.pbkdf2('a', 'b', 0, 1, 'sha1', () => {}), () => crypto.pbkdf2('a', 'b', 1, 1, 'sha1'), () => crypto.pbkdf2Sync('a', 'b', 1, 1, 'nope'), () => crypto.randomBytes(-1), () => crypto.randomBytes('x')]) {
  try { f(); console.log('no error'); } catch (e) { console.log(e.name, e.code, e.message); }
}
