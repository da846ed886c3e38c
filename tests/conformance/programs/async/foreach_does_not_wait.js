// forEach with async callbacks; for…of waits.
const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
(async () => {
  [30, 10].forEach(async (ms) => { await sleep(ms); console.log('forEach', ms); });
  console.log('after forEach');
  await sleep(60);
  for (const ms of [30, 10]) { await sleep(ms); console.log('for of', ms); }
  console.log('after for of');
})();
