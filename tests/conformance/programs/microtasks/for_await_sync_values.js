// for await over an array of promises and values.
(async () => {
  for await (const v of [Promise.resolve('p1'), 'v2', Promise.resolve('p3')]) console.log(v);
  console.log('loop done');
})();
let n = 0;
const step = () => { if (++n <= 10) { console.log('turn', n); return Promise.resolve().then(step); } };
Promise.resolve().then(step);
