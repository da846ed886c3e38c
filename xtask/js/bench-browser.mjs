// LONG_PROGRAM: measures the built page in Chromium; one line a figure. Runs in the pinned node, from the project's folder.
import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { launch, open, serve } from '../../tests/e2e/support.mjs';

const [longFile] = process.argv.slice(2);
const SHORT = 'setTimeout(() => console.log("timeout"), 0);\nPromise.resolve().then(() => console.log("promise"));\nconsole.log("main");\n';

// A `trace::Program` in postcard: lengths are varints, empty lists of choices and of levers end it.
const varint = (n) => (n < 128 ? [n] : [(n & 127) | 128, ...varint(n >>> 7)]);
const bytes = (content) => { const all = Buffer.from(content); return [...varint(all.length), ...all]; };
const program = (source) => Uint8Array.from([...bytes('/home/reader/main.js'), 1, ...bytes('/home/reader/main.js'), ...bytes(source), 0, ...varint(4), 0, 0]);
const link = (source) => `#2${deflateRawSync(Uint8Array.from([...program(source), 0])).toString('base64url')}`;

const quantile = (numbers, q) => numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * q))];
const middle = (numbers) => quantile(numbers, 0.5);
const ms = (n) => `${n < 100 ? n.toFixed(1) : Math.round(n)} ms`;
const row = (value, what, verdict = '') => console.log(`   ${value.padStart(16)}  ${what}${verdict && `   ${verdict}`}`);
const target = (met, text) => `target ${text}: ${met ? 'met' : 'MISSED'}`;

const server = await serve(undefined, { '/empty.html': '<!doctype html><title>empty</title>' });
const browser = await launch();
const sections = [workers, seeking, playing];
let broken = 0;
for (const section of sections) {
  try {
    await section();
  } catch (error) {
    broken += 1;
    row('not measured', `${section.name}: ${String(error.message ?? error).split('\n')[0]}`);
  }
}
await browser.close();
await server.close();
process.exitCode = broken ? 1 : 0;

/** Times from asking to the trace's last chunk: in a new worker, then again in the same one. */
async function workers() {
  const page = await open(browser, `${server.url}empty.html`);
  const once = (programs) => page.evaluate(async (list) => {
    const worker = new Worker('engine/worker.js', { type: 'module' });
    const run = (input) => new Promise((done, broken) => {
      const start = performance.now();
      let started = start;
      let size = 0;
      worker.onerror = (event) => broken(new Error(event.message || 'the worker did not load'));
      worker.onmessage = ({ data: [word, content] }) => {
        if (word === 'started') started = performance.now();
        else if (word === 'chunk') size += content.length;
        else if (word === 'finished') done({ whole: performance.now() - start, running: performance.now() - started, size });
        else broken(new Error(`${word}: ${content ?? ''}`));
      };
      worker.postMessage(['run', 24, Uint8Array.from(input)]);
    });
    const runs = [];
    for (const input of list) {
      runs.push(await run(input));
      // The worker makes its next engine ready after it has answered.
      await new Promise((rested) => setTimeout(rested, 300));
    }
    worker.terminate();
    return runs;
  }, programs.map((input) => [...input]));

  const first = [], second = [];
  for (let i = 0; i < 5; i++) {
    const runs = await once([program(SHORT), program(SHORT), program(SHORT)]);
    first.push(runs[0].whole);
    second.push(runs[1].whole, runs[2].whole);
  }
  const [a, b] = [middle(first), middle(second)];
  row(ms(a), 'first run of a fresh worker (engine and library fetched from this machine, compiled, booted)');
  row(ms(b), 'second run in the same worker', target(b <= a / 6, `≤ 1/6 of the first, is 1/${(a / b).toFixed(1)}`));

  const [, long] = await once([program(SHORT), program(readFileSync(longFile, 'utf8'))]);
  const steps = Number(process.env.LONG_STEPS ?? 0);
  row(`${ms(long.running)}`, `the long program recorded in Chromium, ${Math.round(long.size / 1000)} kB of trace${steps ? `: ${Math.round(steps / long.running)}k steps/s` : ''}`);
  await page.context().close();
}

/** From the pointer on the scrubber to the new picture, laid out. */
async function seeking() {
  const page = await open(browser, server.url + link(readFileSync(longFile, 'utf8')));
  await recorded(page, true);
  const { times, steps } = await page.evaluate(async () => {
    const scrubber = document.querySelector('.timeline[role=slider]');
    const { left, top, width } = scrubber.getBoundingClientRect();
    let seed = 7;
    const random = () => { seed = (seed * 1103515245 + 12345) % 2147483648; return seed / 2147483648; };
    const times = [];
    for (let i = 0; i < 700; i++) {
      const clientX = left + 70 + random() * (width - 90);
      const before = scrubber.getAttribute('aria-valuenow');
      await new Promise((frame) => requestAnimationFrame(() => setTimeout(frame)));
      const start = performance.now();
      scrubber.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, buttons: 1, clientX, clientY: top + 5 }));
      for (let turn = 0; turn < 50 && scrubber.getAttribute('aria-valuenow') === before; turn++) await null;
      document.querySelector('#stage')?.getBoundingClientRect();
      document.body.getBoundingClientRect();
      if (scrubber.getAttribute('aria-valuenow') !== before) times.push(performance.now() - start);
    }
    return { times, steps: Number(scrubber.getAttribute('aria-valuemax')) };
  });
  if (times.length < 600) throw new Error(`only ${times.length} of 700 seeks moved the cursor`);
  // The first seeks are those in which the browser still compiles the page.
  const fresh = times.slice(0, 400), rest = times.slice(400);
  const p99 = quantile(fresh, 0.99);
  row(`${ms(quantile(fresh, 0.5))}, ${ms(p99)}`, `seek p50, p99 over a page's first ${fresh.length} seeks in ${steps.toLocaleString('en')} steps, layout included`, target(p99 <= 8, 'p99 ≤ 8 ms'));
  row(`${ms(quantile(rest, 0.5))}, ${ms(quantile(rest, 0.99))}`, `seek p50, p99 over the ${rest.length} after these`);
  if (steps < 100_000) row('', `(the trace has fewer than the 100,000 steps that the target speaks of)`);
  await page.context().close();
}

/** The time between frames while the lesson plays on a processor four times slower. */
async function playing() {
  const page = await open(browser, server.url);
  await recorded(page, false);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.locator('.transport .play').click();
  const frames = await page.evaluate(() => new Promise((done) => {
    const times = [];
    let last;
    const frame = (now) => {
      if (last !== undefined) times.push(now - last);
      last = now;
      if (times.length < 400 && !document.querySelector('.transport .end[aria-disabled=true]')) requestAnimationFrame(frame);
      else done(times);
    };
    requestAnimationFrame(frame);
  }));
  const p95 = quantile(frames, 0.95);
  row(`${ms(quantile(frames, 0.5))}, ${ms(p95)}`, `frame p50, p95 over ${frames.length} frames of playing, processor slowed 4×`, target(p95 <= 16.75, 'p95 ≤ 16.7 ms'));
  await page.context().close();
}

/** Waits until a run can be played; `run` asks for one. */
async function recorded(page, run) {
  if (run) await page.getByRole('button', { name: 'Simulate Flow' }).click();
  await page.waitForSelector('.transport .play[aria-disabled=false]', { timeout: 120_000 });
  if (run) await page.keyboard.press('Escape');
}
