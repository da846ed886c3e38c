// Paths and file URLs, domains in both scripts, url.format, the old API.
const url = require('url');
for (const path of ['/foo bar/ä#1?.js', '/a%b\\c', '/tmp/', '/x\ny'])
  console.log(url.pathToFileURL(path).href, JSON.stringify(url.fileURLToPath(url.pathToFileURL(path))));
console.log(url.pathToFileURL('C:\\a\\b', { windows: true }).href);
for (const bad of ['http://x/y', 'file://host/x', 'file:///a%2Fb', 5]) try { url.fileURLToPath(bad); } catch (e) { console.log(e.code, e.message); }
for (const domain of ['español.com', '中文.com', 'xn--iñvalid.com', 'EXAMPLE.com', 'a b', '', '1.2.3', '☃.net']) console.log(domain, url.domainToASCII(domain), url.domainToUnicode(url.domainToASCII(domain)));
const u = new URL('https://a:b@測試.com/p?q#h');
console.log(url.format(u), url.format(u, { fragment: false, unicode: true, auth: false }), url.format(u, { search: false }));
console.log(url.parse('http://user:pw@host.com:80/p/a?x=y#z'), url.resolve('/one/two', 'three'), url.urlToHttpOptions(u));
const p = new URLSearchParams({ a: 1, b: 'two words' }); p.set('c', 'ü'); console.log(p.toString(), p, p.size, p.has('a', '1'), new URLSearchParams('?a=1&a=2').getAll('a'));
