// concat, indexOf, includes, fill, write, swap, JSON.
const b = Buffer.concat([Buffer.from('one '), Buffer.from('two')]);
console.log(b.toString(), b.indexOf('two'), b.includes('x'), b.lastIndexOf('o'), b.fill('-', 3, 4).toString());
console.log(b.write('ONE'), b.toString(), JSON.stringify(Buffer.from('ab')), Buffer.from(JSON.parse('{"type":"Buffer","data":[97]}')));
console.log(Buffer.from([1, 2, 3, 4]).swap16(), [...Buffer.from('ab').entries()], Buffer.isBuffer(b), Buffer.isEncoding('UTF-8'));
