// Retrying with a growing pause.
let attempts = 0;
const flaky = async () => { if (++attempts < 3) throw new Error(`attempt ${attempts}`); return 'success'; };
async function retry(f, times, pause = 5) {
  for (let n = 1; ; n++) {
    try { return await f(); } catch (error) {
      console.log('failed', error.message);
      if (n === times) throw error;
      await new Promise((r) => setTimeout(r, pause * n));
    }
  }
}
retry(flaky, 5).then((v) => console.log(v, attempts));
