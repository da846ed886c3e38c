// stream/consumers on node streams, web streams and iterables.
const { text, json, buffer, arrayBuffer, blob } = require('stream/consumers');
const consumers = require('stream/consumers');
const { Readable } = require('stream');
(async () => {
  console.log(await text(Readable.from(['a', 'é€'])), await text(Readable.from([Buffer.from([0xe2, 0x82]), Buffer.from([0xac])])));
  console.log(await json(Readable.from(['{"a":', '[1,2]}'])));
  await json(Readable.from(['{"a"'])).catch((error) => console.log(error.name, error.message));
  console.log(await buffer(Readable.from(['ab', Buffer.from('cd')])).catch((error) => error.message), await buffer(Readable.from([Buffer.from('x'), new Uint8Array([1])])));
  console.log(await arrayBuffer(Readable.from([Buffer.from('xyz')])), await arrayBuffer(Readable.from([])));
  const b = await blob(Readable.from(['blob', 'by'])); console.log(b, await b.text());
  if (consumers.bytes) console.log(await consumers.bytes(Readable.from([Buffer.from('bytes')])));
  console.log(await text(new ReadableStream({ start(c) { c.enqueue(new TextEncoder().encode('web')); c.close(); } })));
  console.log(await text((async function* () { yield 'gen'; yield 'erator'; })()), await text(['array', 'of']));
  await text(Readable.from([5])).then(console.log, (error) => console.log(error.name, error.code, error.message));
  await text(Readable.from([{}])).then(console.log, (error) => console.log(error.name, error.code, error.message));
  await text(new Readable({ read() { this.destroy(new Error('fails')); } })).catch((error) => console.log(error.message));
  const used = Readable.from(['once']); await text(used); console.log(JSON.stringify(await text(used).catch((error) => error.code ?? error.message)));
  await text(5).catch((error) => console.log(error.name, error.message));
  console.log(await text(Readable.from(['\ufeffbom'])).then((x) => x.length), await text(Readable.from([Buffer.from('\ufeffbom')])).then((x) => x.length));
})();
