// for await over a stream: to the end, break, throw, return, the error of the stream.
const { Readable } = require('stream');
const make = (fail) => { let n = 0; const r = new Readable({ objectMode: true, highWaterMark: 1, read() { if (n === fail) this.destroy(new Error('failed at ' + n)); else this.push(n < 4 ? n++ : null); } }); r.on('close', () => console.log('  close')).on('end', () => console.log('  end')); return r; };
const state = (r) => `${r.destroyed} ${r.errored?.message} ${r.listenerCount('readable')} ${r.listenerCount('error')}`;
(async () => {
  let r = make();
  for await (const x of r) console.log('all', x);
  console.log(state(r));
  r = make();
  for await (const x of r) { console.log('break', x); if (x === 1) break; }
  console.log(state(r));
  r = make();
  try { for await (const x of r) { console.log('throw', x); throw new Error('in the loop'); } } catch (error) { console.log('caught', error.message, state(r)); }
  r = make();
  await (async () => { for await (const x of r) return x; })();
  console.log(state(r));
  r = make(2);
  try { for await (const x of r) console.log('fails', x); } catch (error) { console.log('caught', error.message, state(r)); }
  try { for await (const x of r) console.log('again', x); console.log('again ends'); } catch (error) { console.log('again', error.code, error.message); }
  r = make(); r.destroy();
  try { for await (const x of r) console.log('destroyed', x); console.log('destroyed: no error'); } catch (error) { console.log('destroyed', error.code, error.message); }
  r = make();
  setImmediate(() => r.destroy());
  try { for await (const x of r) { console.log('slow', x); await new Promise((f) => setTimeout(f, 30)); } console.log('no error'); } catch (error) { console.log(error.code, error.message); }
  r = make();
  for await (const x of r.iterator({ destroyOnReturn: false })) { console.log('kept', x); if (x === 1) break; }
  console.log(state(r));
  for await (const x of r) console.log('rest', x);
})();
