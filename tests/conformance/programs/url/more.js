// Search parameters, inspection, escapes by part, odd hosts.
const u = new URL('https://example.org/a?x=1');
const p = u.searchParams; p.append('y', '2'); console.log(u.href, u.toString(), u.toJSON());
console.log(Object.fromEntries(p), [...p.keys()], [...p.values()], p.get('z'), p.size);
for (const [k, v] of p) console.log(k, v);
console.log(new URL('../x', 'file:///a/b/c'), require('url').parse('/a?b=c', true).query);
console.log(new URLSearchParams([['a', 'b'], ['c', 'd']]).toString(), new URLSearchParams('q=%F0%9F%98%80&r=a+b').get('q'));
console.log(require('url').format({ protocol: 'https', hostname: 'x.y', pathname: '/p', query: { a: [1, 2] } }));
console.log(u, { u });
console.log(require('util').inspect(u, { showHidden: true, depth: 0 }));
console.log(require('util').isDeepStrictEqual(new URL('http://a'), new URL('http://a')));
console.log(new URL('http://a.com:8080') + '', `${new URL('http://a/%zz')}`, new URL('http://a/?q=<>"\'`{}').href, new URL('http://a/#<>"`{}').href, new URL('http://a/<>"`{}|^').href);
console.log(URL.canParse('http://x'), URL.parse('bad'), typeof URL.createObjectURL);
console.log(new URL('http://ex.com/\u0000').href, new URL('\thttp://e\nx.com/').href, new URL('http:\\\\a\\b').href);
console.log(new URL('http://EXAMPLE.com/%7Efoo/../bar').href, new URL('non-special://HoSt/../x').href, new URL('http://0x7f000001/').host, new URL('http://[::ffff:1.2.3.4]/').host, new URL('http://[0:0:0:0:0:0:0:1]').host);
