// Streams: what the stage shows of a source that is piped into a slow sink, wide and on a phone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PHONE, launch, open, playable, record, screenshot, serve, until, violations } from './support.mjs';

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

const recorded = (options, program = PROGRAM) => record(browser, server.url, program, options);

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

test('Node’s own code stands beside a step that is inside of it, by keyboard and on a phone', async () => {
  const page = await recorded();
  const button = page.getByRole('button', { name: 'Node’s code' });
  await button.focus();
  await page.keyboard.press('Enter');
  assert.equal(await button.getAttribute('aria-pressed'), 'true');
  const code = page.getByRole('region', { name: 'Node’s own code' });
  assert.match(await code.innerText(), /None of Node’s functions/);
  await until(page, /sink\.write\(\) will return false/);
  assert.match(await code.innerText(), /Node’s writeOrBuffer does this\s+lib\/internal\/streams\/writable\.js:\d+/);
  assert.match(await code.locator('.lines').innerText(), /function writeOrBuffer\(stream, state, chunk/);
  assert.match(await code.locator('a').getAttribute('href'), /^https:\/\/github\.com\/nodejs\/node\/blob\/v24\.\d+\.\d+\/lib\/internal\/streams\/writable\.js#L\d+$/);
  await screenshot(page, 'node-code');
  assert.deepEqual(await violations(page), []);
  await until(page, /drain/);
  await page.setViewportSize(PHONE);
  await screenshot(page, 'node-code-phone');
  assert.deepEqual(await violations(page), []);
  await code.getByRole('button', { name: 'Close Node’s own code' }).click();
  assert.equal(await code.count(), 0);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('who listens to a stream is said', async () => {
  const page = await recorded();
  await until(page, /sink has a listener for unpipe\./);
  assert.match(await page.locator('.layer-streams').innerHTML(), /Listeners: [^<]*unpipe 1/);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('levers set a run\'s streams without its code, from the same time on; a link carries them, a second run goes without', async () => {
  const page = await recorded();
  await until(page, /sink emits drain/);
  const time = async (shown) => (await shown.getByRole('slider').getAttribute('aria-valuetext'));
  const before = await time(page);
  await page.getByRole('button', { name: 'Levers…' }).click();
  const sink = page.locator('fieldset', { hasText: 'sink' });
  assert.equal(await sink.getByLabel('Writable high-water mark').getAttribute('placeholder'), '20');
  await screenshot(page, 'levers');
  assert.deepEqual(await violations(page), []);
  await page.setViewportSize(PHONE);
  await screenshot(page, 'levers-phone');
  await page.setViewportSize({ width: 1440, height: 900 });
  await sink.getByLabel('Writable high-water mark').fill('1000');
  await sink.getByLabel('Each _write takes longer by').fill('5');
  await page.getByRole('button', { name: 'Run with these' }).click();
  await page.waitForSelector('dialog', { state: 'detached' });
  await playable(page);
  assert.notEqual(await time(page), before);
  const streams = page.locator('.layer-streams');
  assert.match(await streams.getAttribute('aria-label'), /highWaterMark 1000 bytes/);
  await page.locator('.transport .end').click();
  assert.deepEqual(await page.locator('.console .text').allInnerTexts(), ['finish'], 'it never fills');
  assert.ok((await page.locator('.code').innerText()).includes('highWaterMark: 20'), 'the code is as it was');

  await page.getByLabel('Compare with a second run').selectOption({ label: 'and without levers' });
  await page.waitForSelector('.twin-bar .twin-switch');
  assert.match(await page.locator('.twin-says').innerText(), /the one without/);
  await screenshot(page, 'levers-twin');

  await page.getByRole('button', { name: 'Share' }).click();
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue();
  assert.match(link, /#3.*&compare=rest$/);
  const other = await open(browser, server.url + link.slice(link.indexOf('#')), { reducedMotion: 'reduce' });
  await other.waitForSelector('.twin-bar .twin-switch', { timeout: 60_000 });
  await other.getByRole('button', { name: '1 lever set…' }).click();
  await other.getByRole('button', { name: 'Take all off' }).click();
  await other.waitForSelector('dialog', { state: 'detached' });
  await playable(other);
  await other.keyboard.press('End');
  assert.deepEqual(await other.locator('.console .text').allInnerTexts(), ['drain', 'drain', 'finish']);
  for (const shown of [page, other]) {
    assert.deepEqual(shown.problems, []);
    await shown.context().close();
  }
});

test('a changed program is compared with the one that was opened', async () => {
  const page = await recorded();
  await page.getByLabel('Compare with a second run').selectOption({ label: 'and as it was opened' });
  await page.waitForSelector('.twin-bar .twin-switch', { timeout: 60_000 });
  assert.match(await page.locator('.twin-says').innerText(), /the changed program .* the opened one/);
  await page.getByRole('button', { name: 'As opened' }).click();
  assert.equal(await page.locator('.cm-line.now, .code .now').count(), 0, 'nothing of other code is marked in this one');
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('the streams of two runs stand side by side, and on a phone one above the other', async () => {
  const page = await recorded({}, PROGRAM.replace(/highWaterMark: \d+, /g, ''));
  await page.getByLabel('Compare with a second run').selectOption({ label: 'and Node 20' });
  await page.waitForSelector('.twin-bar .twin-switch', { timeout: 60_000 });
  await until(page, /sink\.write\(\) with/);
  const [one, beside] = [page.locator('.layer-streams'), page.locator('.layer-streams-beside')];
  assert.match(await one.getAttribute('aria-label'), /^Node 24\. Streams\..* highWaterMark 64 KiB/);
  assert.match(await beside.getAttribute('aria-label'), /^Node 20\. Streams\..* highWaterMark 16 KiB/);
  await screenshot(page, 'streams-both');
  assert.deepEqual(await violations(page), []);
  await page.setViewportSize(PHONE);
  await page.getByRole('tab', { name: /^Streams/ }).click();
  const [above, below] = [await one.boundingBox(), await beside.boundingBox()];
  assert.ok(above.y + above.height <= below.y, 'one above the other');
  await screenshot(page, 'streams-both-phone');
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('a thousand times the same is folded, and opens', async () => {
  const page = await recorded({}, PROGRAM.replace('n <= 6', 'n <= 1000').replace('96 + n', '97').replace('=> console.log(\'drain\')', '=> {}'));
  const fold = page.getByRole('button', { name: /^Unfold what comes \d+ times alike$/ });
  await page.locator('.timeline').scrollIntoViewIfNeeded();
  assert.equal(await fold.count(), 1);
  assert.equal(await page.locator('.timeline .fold-ground').count(), 1);
  await screenshot(page, 'fold');
  assert.deepEqual(await violations(page), []);
  await fold.focus();
  const marked = () => page.locator('.timeline .cursor').getAttribute('transform');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Fold what comes \d+ times alike$/ }).waitFor();
  assert.equal(await page.locator('.timeline .fold-ground').count(), 0);
  await page.keyboard.press('Enter');
  await fold.waitFor();
  // In the middle of the fold it is some time among all of them.
  const { x, width, y } = await page.locator('.timeline .fold-ground').boundingBox();
  await page.mouse.click(x + width / 2, y + 5);
  assert.match(await page.getByRole('slider').getAttribute('aria-valuetext'), / · time \d+ of \d+\./);
  assert.match(await marked(), /^translate/);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});
