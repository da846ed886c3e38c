// path, URL and friends.
const path = require('path');
console.log(path.join('/a', '..', 'b', './c.txt'), path.resolve('/x', 'y', '../z'), path.relative('/a/b/c', '/a/d'), path.parse('/home/f.tar.gz'), path.extname('.x'));
const u = new URL('https://user:p@example.org:8080/a/b?x=1&y=2#h'); u.searchParams.append('z', 'ä');
console.log(u.href, u.host, u.searchParams.get('x'), [...u.searchParams.keys()]); try { new URL('nope'); } catch (e) { console.log(e.code, e.name, e.message); }
console.log(require('querystring').stringify({ a: [1, 2], b: 'c d' }), require('url').fileURLToPath('file:///a%20b'));
