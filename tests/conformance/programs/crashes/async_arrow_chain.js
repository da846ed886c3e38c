const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const work = async () => {
  await sleep(5);
  missing.call();
};
(async () => {
  await work();
})();
