// Making buffers and reading them.
console.log(Buffer.from('héllo'), Buffer.from('68656c6c6f', 'hex').toString(), Buffer.from('aGk=', 'base64').toString());
console.log(Buffer.from([1, 256, -1, '3']), Buffer.alloc(3), Buffer.alloc(5, 'ab'), Buffer.from('€').length, Buffer.byteLength('€uro'));
console.log(Buffer.from('hello').toString('base64'), Buffer.from('hello').toString('hex'), Buffer.from('ÿ', 'latin1'), Buffer.from('hi', 'utf16le'));
console.log(Buffer.from('a-_8', 'base64url'), Buffer.from([0xff, 0xfe]).toString('base64url'), Buffer.from([0xe2, 0x82]).toString());
