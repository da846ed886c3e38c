// FileHandle: read, write, stat, close.
const { open } = require('fs/promises');
(async () => {
  const file = await open('hello.txt', 'r');
  const { bytesRead, buffer } = await file.read(Buffer.alloc(5), 0, 5, 0);
  console.log(bytesRead, buffer.toString());
  console.log((await file.stat()).size);
  await file.close();
  const out = await open('out.txt', 'w+');
  await out.write('written');
  console.log(await out.readFile('utf8') === '', (await out.stat()).size);
  await out.close();
  console.log('closed');
})();
