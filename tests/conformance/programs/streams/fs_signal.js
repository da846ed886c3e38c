// A signal for files' streams; ReadStream and WriteStream by new, and by call.
const fs = require('fs');
const closing = (s) => new Promise((resolve) => s.on('close', resolve));
(async () => {
  const watch = (name, s) => { for (const event of ['open', 'data', 'end', 'finish', 'error', 'close']) s.on(event, (x) => console.log(name, event, x instanceof Error ? `${x.name} ${x.code}` : '')); return s; };
  const a = new AbortController(); const r = watch('read', fs.createReadStream('hello.txt', { signal: a.signal })); a.abort(); await closing(r);
  const b = new AbortController(); const w = watch('write', fs.createWriteStream('out', { signal: b.signal })); w.once('open', () => { w.write('x'); b.abort(); }); await closing(w);
  try { const c = fs.createReadStream('hello.txt', { signal: AbortSignal.abort() }); watch('before', c); await closing(c); await new Promise((resolve) => setTimeout(resolve, 60)); } catch (error) { console.log(error.name); }
  try { fs.createReadStream('hello.txt', { signal: 5 }); } catch (error) { console.log(error.code, error.message); }
  console.log(new fs.ReadStream('hello.txt').destroy() instanceof require('stream').Readable, fs.ReadStream('hello.txt').destroy() instanceof fs.ReadStream, fs.FileReadStream === fs.ReadStream, fs.ReadStream.name, fs.ReadStream.length, fs.createReadStream.length);
  class Upper extends fs.ReadStream { push(chunk) { return super.push(chunk && Buffer.from(String(chunk).toUpperCase())); } }
  for await (const chunk of new Upper('hello.txt')) console.log(String(chunk));
})();
