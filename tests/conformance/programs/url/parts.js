// The parts of a URL, and what console.log shows of it.
const url = new URL('https://user:pa%20ss@sub.example.com:8080/p/a/t/h/../x y?query=string&a=1#hash');
console.log(url);
console.log(url.searchParams, String(url), JSON.stringify({ url }));
for (const text of ['http://example.com:80', 'HTTPS://EXAMPLE.com', 'file:///C:/a/../b', 'mailto:someone@example.com', 'data:text/plain,hi there#x', 'ftp://h/%7Efoo/a%2fb',
  'ws://host?x', 'javascript:alert(1)', 'http://[::1]:3000/a', 'http://192.168.0.1.:8/', 'http://0x7f.1/', 'http://user@host', 'http://:pw@host', 'blob:https://a.com/id', 'foo:/bar//baz',
  'foo://x/y?#', 'http://münchen.de/ä?ö#ü', '  http://trim.me  ', 'http://a/b\\c', 'about:blank', 'node:fs', 'web+demo:/.//not-a-host/', 'http://xn--mnchen-3ya.de', 'http://faß.de']) {
  const { href, origin, protocol, username, password, host, hostname, port, pathname, search, hash } = new URL(text);
  console.log(text, { href, origin, protocol, username, password, host, hostname, port, pathname, search, hash });
}
for (const [input, base] of [['../c', 'http://a/b/d/e'], ['//other/x', 'https://a/b'], ['?q', 'http://a/b?p#h'], ['#f', 'http://a/b?p'], ['', 'http://a/b#x'], ['/abs', 'http://a/b'], ['http:x', 'http://a/b/']])
  console.log(input, base, new URL(input, base).href);
