// Streams: what the stage shows of a source that is piped into a slow sink, wide and on a phone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PHONE, launch, open, playable, screenshot, serve, violations } from './support.mjs';

let browser, server;
before(async () => { [browser, server] = await Promise.all([launch(), serve()]); });
after(async () => { await browser?.close(); await server?.close(); });

const PROGRAM = `const { Readable, Writable } = require('node:stream');
let n = 0;
const source = new Readable({ highWaterMark: 30, read() { n++; this.push(n <= 6 ? Buffer.alloc(10, 96 + n) : null); } });
const sink = new Writable({ highWaterMark: 20, write(chunk, encoding, callback) { setTimeout(callback, 10); } });
sink.on('drain', () => console.log('drain'));
sink.on('finish', () => console.log('finish'));
source.pipe(sink);
`;

async function recorded(options = {}) {
  const page = await open(browser, server.url, { reducedMotion: 'reduce', ...options });
  await playable(page);
  await page.locator('.code .lines').click();
  await page.waitForSelector('.cm-focused');
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(PROGRAM);
  await page.getByRole('button', { name: 'Simulate Flow' }).click();
  await playable(page);
  await page.keyboard.press('Escape');
  await page.locator('.transport .start').click();
  await page.getByRole('combobox', { name: 'A step is' }).selectOption('by event');
  return page;
}

const caption = async (page) => (await page.locator('.caption').innerText()).replace(/\s+/g, ' ');

/** Forward by events until the caption says this. */
async function until(page, words) {
  for (let steps = 0; steps < 400; steps++) {
    if (words.test(await caption(page))) return;
    await page.locator('.transport .forward').click();
  }
  assert.fail(`no step says ${words}`);
}

test('a full sink, a closed valve, drain: seen, said and undone by a step back', async () => {
  const page = await recorded();
  const streams = page.locator('.layer-streams');
  await until(page, /sink\.write\(\) will return false: its buffer holds 20 of 20 bytes/);
  assert.match(await streams.getAttribute('aria-label'), /sink: writable side holds 20 bytes, highWaterMark 20 bytes, write\(\) → false/);
  assert.match(await streams.innerHTML(), /write\(\) → false · wait for drain/);
  await screenshot(page, 'streams-full');
  assert.match(await page.locator('.timeline-picture').innerHTML(), />buffers<[^]*up to \d+ bytes/, 'a lane of what all streams hold');
  await until(page, /source waits for drain/);
  assert.match(await streams.innerHTML(), />closed</);
  await until(page, /sink emits drain/);
  assert.match(await streams.innerHTML(), />drain</);
  await screenshot(page, 'streams-drain');
  await page.locator('.transport .back').click();
  assert.doesNotMatch(await streams.innerHTML(), />drain</);
  await page.locator('.transport .end').click();
  assert.deepEqual(await page.locator('.console .text').allInnerTexts(), ['drain', 'drain', 'finish']);
  assert.match(await streams.getAttribute('aria-label'), /source: readable side holds 0 bytes, highWaterMark 30 bytes, destroyed\. sink: writable side .* destroyed/);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('on a phone the streams have a tab of their own, where a run has streams', async () => {
  const page = await recorded({ viewport: PHONE, colorScheme: 'light' });
  const tab = page.getByRole('tab', { name: /^Streams/ });
  await until(page, /sink\.write\(\) will return false/);
  await tab.click();
  assert.equal(await tab.getAttribute('aria-selected'), 'true');
  assert.match(await page.locator('.layer-streams').innerHTML(), /20 bytes/);
  await screenshot(page, 'streams-phone');
  assert.deepEqual(await violations(page), []);
  await page.getByRole('button', { name: 'Restore the lesson' }).click();
  await playable(page);
  assert.equal(await tab.count(), 0);
  assert.equal(await page.getByRole('tab', { name: /^Loop/ }).getAttribute('aria-selected'), 'true');
  assert.deepEqual(page.problems, []);
  await page.context().close();
});
