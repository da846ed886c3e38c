// functions: finallyReturn nestedAwait parallel inCondition inArguments template chain assign loopTry generatorReturn yieldInTry defaultsAsync arrowBlock spreadYield
async function finallyReturn(p) { try { return await p; } finally { await p; } }
async function nestedAwait(p) { return (await (await p).x).y; }
async function parallel(a, b) { const [x, y] = await Promise.all([a(), b()]); return x + y; }
async function inCondition(p) { while (await p()) { if (!(await p())) break; } return (await p()) ? 1 : 2; }
async function inArguments(f, o) { return f(1, await f(), o.m(await f())); }
async function template(p) { return `a${await p}b`; }
async function chain(p) { return ((await p)?.x ?? (await p)) || 1; }
async function assign(o) { o.a = await o.b; o[await o.k] += await o.b; let x = 1; x += await o.b; return x; }
async function loopTry(list) { for (const x of list) { try { await x; } catch (e) { continue; } finally { list.n = x; } } }
function* generatorReturn(n) { const got = yield n; if (got) return got; for (const x of [1, 2]) { yield x; } }
function* yieldInTry(f) { try { yield f(); } catch (e) { yield e; } return 1; }
async function defaultsAsync(a, b = 2, ...c) { await a; return a + b + c.length; }
const arrowBlock = async ({ p }) => { await p; return () => p; };
function* spreadYield(a) { yield [...a, yield 1]; return { x: yield 2 }; }
finallyReturn(1); nestedAwait({ x: {} }); parallel(() => 1, () => 2); inCondition(() => 0); inArguments(() => {}, { m() {} }); template(1); chain({}); assign({}); loopTry([1]); [...generatorReturn(1)]; [...yieldInTry(() => 1)]; defaultsAsync(1); arrowBlock({}); [...spreadYield([])];
