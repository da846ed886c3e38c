// The async iterator by hand: next, return, throw and many next at once.
const { Readable } = require('stream');
(async () => {
  const r = Readable.from(['a', 'b', 'c', 'd']);
  const it = r[Symbol.asyncIterator]();
  console.log(typeof it.next, typeof it.return, typeof it.throw, it[Symbol.asyncIterator]() === it, Object.prototype.toString.call(it), it.stream === r);
  console.log(await it.next(), r.listenerCount('readable'));
  console.log(await Promise.all([it.next(), it.next()]));
  console.log(await it.return('value'), r.destroyed);
  console.log(await it.next(), await it.return(), await it.throw(new Error('x')).catch((error) => error.message));
  const s = Readable.from([1, 2, 3]);
  const i = s[Symbol.asyncIterator]();
  await i.next();
  await i.throw(new Error('thrown')).catch((error) => console.log('caught', error.message));
  console.log(s.destroyed, s.errored?.message);
  const t = Readable.from([1]);
  const j = t[Symbol.asyncIterator]();
  console.log(await j.return(), t.destroyed);
  for (const bad of [5, { destroyOnReturn: 'yes' }]) try { Readable.from([1]).iterator(bad); } catch (error) { console.log(error.code, error.message); }
})();
