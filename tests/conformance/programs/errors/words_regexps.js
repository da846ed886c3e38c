// V8's words for invalid regular expressions.
const patterns = ['(', ')', '[', '*', '+', '?', 'a**', '(?', '(?<', '(?<a', '(?<a>', '(?<a>x)(?<a>y)', '\\', '{1}', 'a{2,1}', '[b-a]', '(?:', '(?=', '(?<=x)*', '(?x)', '[z-a]', 'x{1', '(?<1>x)', '(a', 'a)', '[a'];
const unicode = ['{', '}', ']', 'x{1', '\\u{110000}', '\\1', '\\k', '\\p{X}', '\\p', '\\c', '[\\w-a]', '(?=a)*', '\\-', '\\u{', '\\k<a>', '(?<a>)\\k<b>', '\\a', '\\8'];
const tries = [...patterns.map((pattern) => [pattern]), ...unicode.map((pattern) => [pattern, 'u']), ['[a&&&b]', 'v'], ['x', 'gg'], ['x', 'z'], ['x', 'uv'], ['x', 'G'], [Symbol('s')], ['x', null], [/x/, 'q'], ['/'], ['a\nb)'], ['(', 'gi']];
for (const [pattern, flags] of tries) { try { new RegExp(pattern, flags); console.log(pattern, flags); } catch (e) { console.log(`${String(pattern)} ${flags} ${e.name}: ${e.message}`); } }
for (const f of [() => 'x'.match('('), () => 'x'.search('['), () => 'x'.matchAll('*'), () => RegExp('?'), () => /x/.compile('(')]) { try { f(); console.log(`${f}`); } catch (e) { console.log(`${f} ${e.name}: ${e.message}`); } }
