// Async iteration of a web stream: break cancels, preventCancel doesn't, errors come out; ReadableStream.from.
(async () => {
  const make = (n = 3) => new ReadableStream({ start(c) { for (let i = 0; i < n; i++) c.enqueue(i); c.close(); }, cancel(reason) { console.log('  cancel', reason); } }, { highWaterMark: 10 });
  for await (const x of make()) console.log(x);
  const open = () => { let n = 0; return new ReadableStream({ pull(c) { c.enqueue(n++); }, cancel(reason) { console.log('  cancel', reason); } }); };
  let s = open(); for await (const x of s) { if (x === 2) break; } console.log(s.locked); console.log(await s.getReader().read());
  s = open(); for await (const x of s.values({ preventCancel: true })) { if (x === 2) break; } console.log(s.locked, await s.getReader().read());
  s = open(); try { for await (const x of s) throw new Error('in the loop'); } catch (error) { console.log(error.message, s.locked); }
  try { for await (const x of new ReadableStream({ start(c) { c.enqueue(1); }, pull(c) { c.error(new Error('stream fails')); } }, { highWaterMark: 0 })) console.log('got', x); } catch (error) { console.log(error.message); }
  const it = make()[Symbol.asyncIterator](); console.log(Object.prototype.toString.call(it), await Promise.all([it.next(), it.next(), it.next(), it.next()]), await it.return('r'), await it.next());
  const proto = Object.getPrototypeOf(it); console.log(Object.getOwnPropertyNames(proto), it.throw, ReadableStream.prototype[Symbol.asyncIterator] === ReadableStream.prototype.values);
  s = make(); s.getReader(); try { for await (const x of s); } catch (error) { console.log(error.name, error.code, error.message); }
  if (ReadableStream.from) {
    const all = []; for await (const x of ReadableStream.from(['a', Promise.resolve('b')])) all.push(x); for await (const x of ReadableStream.from((async function* () { yield 1; })())) all.push(x); for await (const x of ReadableStream.from('hi')) all.push(x); console.log(all);
    const source = (function* () { try { yield 1; yield 2; } finally { console.log('  finally'); } })(); for await (const x of ReadableStream.from(source)) break;
    for (const bad of [5, {}, null]) try { ReadableStream.from(bad); console.log('taken'); } catch (error) { console.log(error.name, error.code, error.message); }
  }
})();
