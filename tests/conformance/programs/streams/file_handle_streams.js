// FileHandle: readLines, readableWebStream, createReadStream and who closes.
const fs = require('fs/promises');
(async () => {
  let handle = await fs.open('lines.txt');
  handle.on('close', () => console.log('handle close'));
  for await (const line of handle.readLines({ start: 1 })) console.log('line', JSON.stringify(line));
  console.log(handle.fd);
  handle = await fs.open('hello.txt');
  if (handle.readableWebStream) { let bytes = 0; for await (const chunk of handle.readableWebStream()) bytes += chunk.byteLength; console.log('web', bytes); }
  await handle.close();
  handle = await fs.open('hello.txt');
  const r = handle.createReadStream({ autoClose: false, encoding: 'utf8' });
  for await (const chunk of r) console.log(JSON.stringify(chunk));
  console.log(handle.fd > 2, r.destroyed, typeof r.fd);
  await handle.close();
  handle = await fs.open('out', 'w+');
  const w = handle.createWriteStream({ start: 2, autoClose: false });
  await new Promise((resolve) => w.end('after two', resolve));
  console.log(JSON.stringify(String((await handle.read(Buffer.alloc(20), 0, 20, 0)).buffer.subarray(0, 11))));
  await handle.close();
  try { handle.createReadStream(); console.log('taken'); } catch (error) { console.log(error.code, error.message); }
})();
