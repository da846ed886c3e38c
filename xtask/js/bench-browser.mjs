// LONG_PROGRAM SMALL_PACKED LONG_PACKED [--short]: measures the built page in Chromium; one line a figure. Packed programs are what
// xtask/page-tools wrote of them. Each section gives numbers, or it is not measured and the exit code says so. Runs in the pinned node, from the project's folder.
import { readFileSync } from 'node:fs';
import { launch, open, playable, record, serve } from '../../tests/e2e/support.mjs';

const [longFile, smallPacked, longPacked, how] = process.argv.slice(2);
const short = how === '--short';
const SMALL = readFileSync(smallPacked), LONG = readFileSync(longPacked);

const quantile = (numbers, q) => numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * q))];
const numbers = (list) => { if (!list.length || !list.every(Number.isFinite)) throw new Error(`a figure is no number: ${list}`); };
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
  for (let i = 0; i < (short ? 1 : 5); i++) {
    const runs = await once([SMALL, SMALL, SMALL]);
    first.push(runs[0].whole);
    second.push(runs[1].whole, runs[2].whole);
  }
  const [a, b] = [middle(first), middle(second)];
  numbers([a, b]);
  row(ms(a), 'first run of a fresh worker (engine and library fetched from this machine, compiled, booted)');
  row(ms(b), 'second run in the same worker', target(b <= a / 6, `≤ 1/6 of the first, is 1/${(a / b).toFixed(1)}`));

  const [, long] = await once([SMALL, LONG]);
  numbers([long.running, long.size]);
  const steps = Number(process.env.LONG_STEPS ?? 0);
  row(`${ms(long.running)}`, `the long program recorded in Chromium, ${Math.round(long.size / 1000)} kB of trace${steps ? `: ${Math.round(steps / long.running)}k steps/s` : ''}`);
  await page.context().close();
}

/** From the pointer on the scrubber to the new picture, laid out. */
async function seeking() {
  const page = await record(browser, server.url, readFileSync(longFile, 'utf8'));
  const seeks = short ? 70 : 700;
  const { times, steps } = await page.evaluate(async (seeks) => {
    const scrubber = document.querySelector('.timeline[role=slider]');
    const { left, top, width } = scrubber.getBoundingClientRect();
    let seed = 7;
    const random = () => { seed = (seed * 1103515245 + 12345) % 2147483648; return seed / 2147483648; };
    const times = [];
    for (let i = 0; i < seeks; i++) {
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
  }, seeks);
  if (times.length < seeks * 6 / 7) throw new Error(`only ${times.length} of ${seeks} seeks moved the cursor`);
  // The first seeks are those in which the browser still compiles the page.
  const fresh = times.slice(0, seeks * 4 / 7), rest = times.slice(seeks * 4 / 7);
  numbers([...times, steps]);
  const p99 = quantile(fresh, 0.99);
  row(`${ms(quantile(fresh, 0.5))}, ${ms(p99)}`, `seek p50, p99 over a page's first ${fresh.length} seeks in ${steps.toLocaleString('en')} steps, layout included`, target(p99 <= 8, 'p99 ≤ 8 ms'));
  row(`${ms(quantile(rest, 0.5))}, ${ms(quantile(rest, 0.99))}`, `seek p50, p99 over the ${rest.length} after these`);
  if (steps < 100_000) row('', `(the trace has fewer than the 100,000 steps that the target speaks of)`);
  await page.context().close();
}

/** The time between frames while the lesson plays on a processor four times slower. */
async function playing() {
  const page = await open(browser, server.url);
  await playable(page);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.locator('.transport .play').click();
  const frames = await page.evaluate((most) => new Promise((done) => {
    const times = [];
    let last;
    const frame = (now) => {
      if (last !== undefined) times.push(now - last);
      last = now;
      if (times.length < most && !document.querySelector('.transport .end[aria-disabled=true]')) requestAnimationFrame(frame);
      else done(times);
    };
    requestAnimationFrame(frame);
  }), short ? 40 : 400);
  numbers(frames);
  const p95 = quantile(frames, 0.95);
  row(`${ms(quantile(frames, 0.5))}, ${ms(p95)}`, `frame p50, p95 over ${frames.length} frames of playing, processor slowed 4×`, target(p95 <= 16.75, 'p95 ≤ 16.7 ms'));
  await page.context().close();
}
