// autoClose and emitClose of files' streams; whether the descriptor is still open.
const fs = require('fs');
const isOpen = (fd) => { try { fs.fstatSync(fd); return true; } catch { return false; } };
const end = (s, ...events) => new Promise((resolve) => { const heard = []; for (const event of ['end', 'finish', 'close', 'error']) s.on(event, () => heard.push(event)); for (const event of events) s.on(event, () => setTimeout(() => resolve(heard.join()), 60)); });
(async () => {
  for (const options of [{}, { autoClose: false }, { emitClose: false }, { autoClose: false, emitClose: false }]) {
    const fd = fs.openSync('hello.txt');
    const r = fs.createReadStream('', { fd, ...options }); r.resume();
    console.log('read', options, await end(r, 'end'), isOpen(fd), r.destroyed, r.fd === null);
    if (isOpen(fd)) fs.closeSync(fd);
    const out = fs.openSync('out', 'w');
    const w = fs.createWriteStream('', { fd: out, ...options }); w.end('x');
    console.log('write', options, await end(w, 'finish'), isOpen(out), w.destroyed, w.fd === null);
    if (isOpen(out)) fs.closeSync(out);
  }
})();
