// Blob.stream(): its chunks, by BYOB, in pipelines and through consumers.
const { Readable } = require('stream');
const { pipeline } = require('stream/promises');
(async () => {
  const blob = new Blob(['hello ', new Uint8Array([119, 111]), new Blob(['rld'])], { type: 'text/plain' });
  const s = blob.stream(); console.log(s.constructor.name, s.locked);
  let all = ''; for await (const chunk of s) { console.log(chunk.constructor.name); all += Buffer.from(chunk); } console.log(all);
  console.log(await require('stream/consumers').text(blob.stream()), await pipeline(blob.slice(0, 5).stream(), async (source) => { let x = ''; for await (const c of source) x += Buffer.from(c); return x; }));
  const reader = blob.stream().getReader({ mode: 'byob' }); let read = 0; for (;;) { const { value, done } = await reader.read(new Uint8Array(4)); if (done) break; read += value.byteLength; } console.log(read);
  console.log(await blob.stream().getReader().read().then((x) => x.done), (await new Blob([]).stream().getReader().read()).done);
  const node = Readable.fromWeb(blob.stream()); console.log(Buffer.concat(await node.toArray()).toString());
})();
