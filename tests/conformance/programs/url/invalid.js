// What is no URL, and what the error carries.
for (const args of [['nope'], [''], ['/path'], ['http://'], ['http://a b'], ['http://[::1'], ['http://1.2.3.256'], ['x', 'also bad'], ['//x', 'nope'], ['http://a:99999'], ['http://%41:x/'], ['http://ex%00ample']]) {
  try { console.log(new URL(...args).href); } catch (e) { console.log(e.name, e.code, e.message, e.input, e.base, Object.keys(e)); }
  console.log(URL.canParse(...args), URL.parse(...args));
}
try { new URL('bad one'); } catch (e) { console.log(e.stack.split('\n')[0]); }
try { new URL(); } catch (e) { console.log(e.code, e.message); }
try { URL('http://a'); } catch (e) { console.log(e.message); }
