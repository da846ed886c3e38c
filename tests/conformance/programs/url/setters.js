// Setting a part changes the rest as the standard says; what does not fit is left.
const url = new URL('http://example.com/path?x=1#y');
const set = (name, value) => { url[name] = value; console.log(name, JSON.stringify(value), '->', url.href); };
set('protocol', 'https'); set('protocol', 'ftp:'); set('protocol', 'mailto'); set('protocol', 'http:junk');
set('port', '8080'); set('port', 'abc'); set('port', '80'); set('port', '99999'); set('port', '12x'); set('port', '');
set('host', 'other.org:99'); set('hostname', 'h:1'); set('hostname', 'Ünï.org'); set('hostname', ''); set('host', 'a b');
set('username', 'me@home'); set('password', 'se:cret'); set('username', ''); set('password', '');
set('pathname', 'a b/c?d#e'); set('pathname', ''); set('pathname', '/../x/./y');
set('search', 'q=ä b'); set('search', '?'); set('search', ''); set('search', "?it's");
set('hash', 'frag ment'); set('hash', '#'); set('hash', '');
set('href', 'https://new.example/'); 
try { url.href = 'nope'; } catch (e) { console.log(e.name, e.code, e.message, e.input); }
url.searchParams.append('k', 'v 1'); url.searchParams.append('k', 'ü&='); console.log(url.href, url.search);
url.searchParams.delete('k'); console.log(url.href);
url.search = '?b=2&a=1'; url.searchParams.sort(); console.log(url.href, [...url.searchParams]);
