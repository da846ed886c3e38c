// Every encoding there and back, over strings that are awkward in some of them.
const encodings = ['utf8', 'UTF-8', 'ucs2', 'utf16le', 'latin1', 'binary', 'ascii', 'base64', 'base64url', 'hex'];
const strings = ['', 'a', 'ab', 'abc', 'abcd', 'héllo', '€', '😀!', '\ud800x', 'x\udc00', '\0\x7f\x80\xff', 'deadBEEF', 'abc0zz', 'YWJj', 'YW Jj=', '_-+/'];
for (const encoding of encodings) {
  for (const string of strings) {
    const bytes = Buffer.from(string, encoding);
    console.log(encoding, JSON.stringify(string), Buffer.byteLength(string, encoding), bytes.toString('hex'), JSON.stringify(bytes.toString(encoding)));
  }
}
const all = Buffer.from(Array.from({ length: 256 }, (_, i) => i));
for (const encoding of encodings) console.log(encoding, JSON.stringify(all.toString(encoding)));
