// createWriteStream: flags, start, mode, encoding, flush; what is in the file afterwards.
const fs = require('fs');
const write = (options, ...chunks) => new Promise((resolve) => { let w; try { w = fs.createWriteStream('out', options); } catch (error) { console.log(options, error.code, error.message); return resolve(); } const heard = []; w.on('error', (error) => heard.push(error.code)).on('close', () => { console.log(options, heard, w.bytesWritten, w.pos, w.start, JSON.stringify(fs.readFileSync('out', 'utf8'))); resolve(); }); for (const c of chunks) w.write(c); w.end(); });
(async () => {
  await write(undefined, 'hello ', 'world');
  await write({ flags: 'a' }, '!');
  await write({ flags: 'r+', start: 6 }, 'W');
  await write({ flags: 'r+' }, 'J');
  await write('latin1', 'é');
  await write({ encoding: 'hex' }, '6162', '63');
  await write({ start: 2 }, 'xy');
  await write({ flags: 'wx' }, 'no');
  await write({ flags: 'r' }, 'read only');
  await write({ mode: 0o600 }, 'mode'); console.log((fs.statSync('out').mode & 0o777) !== 0);
  fs.unlinkSync('out'); await write({ mode: 0o640 }, 'new mode'); console.log((fs.statSync('out').mode & 0o777).toString(8));
  for (const bad of [{ start: -1 }, { start: 'x' }, { flags: 'bad' }, { encoding: 'bad' }, { fd: -1 }, { flush: 'yes' }]) await write(bad, 'x');
  await write({ flush: true }, 'flushed');
  const byFd = { fd: fs.openSync('out', 'w'), toString() { return 'by fd'; } }; Object.defineProperty(byFd, 'fd', { enumerable: false }); await write(byFd, 'by fd');
  await write({ highWaterMark: 2 }, 'a', 'b', 'c', Buffer.from('d'), new Uint8Array([101]));
})();
