// A write that does not fit stops at a whole character.
for (const encoding of ['utf8', 'ucs2', 'latin1', 'ascii', 'hex', 'base64', 'base64url']) {
  for (const string of ['a€😀z', 'abcdef', 'YWJjZGVm', '0a0b0c', 'é€']) {
    for (let size = 0; size < 9; size++) {
      const b = Buffer.alloc(size, 0x2e);
      console.log(encoding, string, size, b.write(string, encoding), b.toString('latin1'));
    }
  }
}
