// return p against return await p inside try.
const fail = async () => { throw new Error('failed'); };
async function without() { try { return fail(); } catch { return 'caught'; } }
async function withAwait() { try { return await fail(); } catch { return 'caught'; } }
without().then((v) => console.log(v), (e) => console.log('not caught inside:', e.message));
withAwait().then((v) => console.log(v));
