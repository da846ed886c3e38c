// indexOf, lastIndexOf and includes over every kind of needle, offset and end.
const b = Buffer.from('abcabcab');
const show = (run) => { try { return run(); } catch (e) { return `${e.name} ${e.code} ${e.message}`; } };
const offsets = [undefined, 0, 1, 3, 7, 8, 9, -1, -3, -8, -9, 2.5, '2', null, NaN, {}, 2 ** 40, -(2 ** 40)];
for (const needle of ['a', 'ab', 'ca', 'bca', '', 'x', 'abcabcabc', 97, 99, 353, -159, 99.9, Buffer.from('ab'), Buffer.from(''), new Uint8Array([98, 99])]) {
  for (const offset of offsets) {
    const line = [show(() => b.indexOf(needle, offset)), show(() => b.lastIndexOf(needle, offset)), show(() => b.includes(needle, offset))];
    for (const end of [0, 2, 4, 8, 20, -2]) line.push(show(() => b.indexOf(needle, offset, end)), show(() => b.lastIndexOf(needle, offset, end)));
    console.log(needle, offset, line.join(' '));
  }
}
const wide = Buffer.from('añb€añb€', 'ucs2');
for (const offset of [undefined, 0, 1, 2, 3, 5, 15, 16, -1, -2, -5, -17]) {
  console.log(offset, ['ñ', '€', 'b€', 'a', 'x', ''].map((s) => [wide.indexOf(s, offset, 'ucs2'), wide.lastIndexOf(s, offset, 'utf16le')].join()).join(' '));
  console.log(offset, wide.indexOf(Buffer.from('€', 'ucs2'), offset, 'ucs2'), wide.lastIndexOf(Buffer.from('€', 'ucs2'), offset, 'ucs2'), wide.subarray(2).indexOf('b', offset, 'ucs2'), wide.subarray(0, 5).indexOf('b', offset, 'ucs2'));
}
for (const encoding of ['latin1', 'ascii', 'base64', 'hex', 'utf8', 'binary']) {
  const hay = Buffer.from('xéYWJj6162ab', encoding === 'utf8' ? 'utf8' : 'latin1');
  console.log(encoding, ['é', 'YWJj', '6162', 'ab', 'YWI=', '\u01e9', ''].map((s) => hay.indexOf(s, encoding)).join(' '));
}
for (const bad of [undefined, null, {}, [], true, Symbol.iterator]) console.log(show(() => b.indexOf(bad)));
console.log(show(() => b.indexOf('a', 0, 'nope')), show(() => b.includes('b', 'latin1')));
