// Two runs side by side: one program under two versions of Node.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DESKTOP, PHONE, launch, open, playable, screenshot, serve, violations } from './support.mjs';

let browser, server;
before(async () => { [browser, server] = await Promise.all([launch(), serve()]); });
after(async () => { await browser?.close(); await server?.close(); });

// A stream's room was 16 KiB up to Node 20, and is 64 KiB since Node 22.
const PROGRAM = `const { Writable } = require("node:stream");

const slow = new Writable({
  write(chunk, encoding, done) {
    setImmediate(done);
  },
});

console.log("start");
if (slow.write("x".repeat(20_000))) {
  console.log("room for more");
} else {
  slow.once("drain", () => console.log("drained"));
  console.log("full");
}
setTimeout(() => console.log("timeout"), 5);
process.nextTick(() => console.log("tick"));
console.log("end");
`;
const UNDER_24 = ['start', 'room for more', 'end', 'tick', 'timeout'];
const UNDER_20 = ['start', 'full', 'end', 'tick', 'drained', 'timeout'];

async function ready(fragment = '', options = {}) {
  const page = await open(browser, server.url + fragment, { reducedMotion: 'reduce', ...options });
  await playable(page);
  return page;
}

/** A page that has run `code`. */
async function ran(code, options) {
  const page = await ready('', options);
  await page.locator('.code .lines').click();
  await page.waitForSelector('.cm-focused');
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(code);
  await page.getByRole('button', { name: 'Simulate Flow' }).click();
  await playable(page);
  await page.keyboard.press('Escape');
  await page.locator('.transport .start').click();
  return page;
}

const versions = (page) => page.getByLabel('Compare with a second run');
const says = (page) => page.locator('.twin-says').innerText();
const step = (page) => page.getByRole('slider').getAttribute('aria-valuenow');
const told = (page) => page.waitForSelector('.twin-switch', { timeout: 60_000 });

async function compare(page, version) {
  await versions(page).selectOption(`and Node ${version}`);
  await page.getByRole('button', { name: `Node ${version}`, exact: true }).waitFor({ timeout: 60_000 });
}

/** What stands in each console, without the signs of what differs. */
const consoles = (page) => page.evaluate(() => [0, 1].map((run) =>
  [...document.querySelectorAll('.twin-lines tbody tr')].flatMap((row) => row.cells[run].querySelector('.text')?.innerText ?? [])));
const marked = (page) => page.locator('.twin-lines .differs .text').allInnerTexts();

async function done(page) {
  assert.deepEqual(page.problems, []);
  await page.context().close();
}

test('one program under two versions: where they part, why, and both consoles', async () => {
  const page = await ran(PROGRAM);
  for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowRight');
  const before = await step(page);
  await compare(page, 20);
  assert.equal(await step(page), before, 'the reader stays where they were');
  assert.match(await says(page), /Both reach line 5; then Node 24 reaches line 11, Node 20 reaches line 13\. Before that, slow\.write on line 10 returned true under Node 24, false under Node 20\./);

  await page.getByRole('button', { name: 'Go to the parting' }).click();
  const captions = await page.locator('.captions .caption').allInnerTexts();
  assert.match(captions[0], /^Node 24[^]*room for more/);
  assert.match(captions[1], /^Node 20[^]*drain/);
  assert.deepEqual(await consoles(page), [['start'], ['start']]);
  assert.equal(await page.locator('.timeline .fork').count(), 2);
  assert.deepEqual(await violations(page), []);
  await screenshot(page, 'compare-parting');

  await page.keyboard.press('End');
  assert.deepEqual(await consoles(page), [UNDER_24, UNDER_20]);
  assert.deepEqual(await marked(page), ['room for more', 'full', 'drained']);
  await screenshot(page, 'compare-end');
  await page.keyboard.press('Home');
  assert.deepEqual(await consoles(page), [[], []]);

  // The second run leads: its own last step, and the first is at its end too.
  await page.getByRole('button', { name: 'Node 20', exact: true }).click();
  await page.keyboard.press('End');
  assert.deepEqual(await consoles(page), [UNDER_24, UNDER_20]);
  assert.match(await page.getByRole('slider').getAttribute('aria-valuetext'), /^Node 20/);

  await page.getByRole('button', { name: 'Close the comparison' }).click();
  await page.waitForSelector('.twin-bar', { state: 'detached' });
  assert.equal(await step(page), before, 'and is back there afterwards');
  assert.equal(await page.locator('.console .text').count(), 0);
  await done(page);
});

test('another order of callbacks is told of, and so is that there is none', async () => {
  const page = await ready();
  await compare(page, 26);
  assert.match(await says(page), /Both print “timeout” on line 6; then Node 24 runs the immediate callback of line 7, Node 26 runs the callback of fs\.readFile on line 9\./);
  await compare(page, 22);
  assert.match(await says(page), /part nowhere/);
  assert.equal(await page.getByRole('button', { name: 'Go to the parting' }).count(), 0);
  await page.keyboard.press('End');
  assert.deepEqual(await marked(page), []);
  await done(page);
});

test('a link opens the comparison, and the keyboard alone closes it', async () => {
  const page = await ran(PROGRAM);
  await compare(page, 20);
  await page.getByRole('button', { name: 'Go to the parting' }).click();
  await page.getByRole('button', { name: 'Share' }).click();
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue();
  assert.match(link, /&compare=20$/);
  await done(page);

  const other = await ready(link.slice(link.indexOf('#')));
  await told(other);
  assert.match(await says(other), /Node 20 reaches line 13/);
  assert.match(await other.locator('.captions').innerText(), /drain/, 'at the very step');
  const close = other.getByRole('button', { name: 'Close the comparison' });
  for (let press = 0; press < 20 && !(await close.evaluate((button) => button === document.activeElement)); press++) await other.keyboard.press('Tab');
  await other.keyboard.press('Enter');
  await other.waitForSelector('.twin-bar', { state: 'detached' });
  assert.equal(await versions(other).inputValue(), 'Compare with…');
  await done(other);
});

test('a run beside that cannot be had is told of; the first run stays', async () => {
  const page = await ran(PROGRAM);
  await page.context().route('**/engine/node-20*', (route) => route.abort());
  await versions(page).selectOption('and Node 20');
  await page.getByRole('button', { name: 'Try again' }).waitFor({ timeout: 60_000 });
  assert.match(await says(page), /Node 20: The engine could not be loaded\. Check the connection/);
  await page.keyboard.press('End');
  assert.deepEqual(await page.locator('.console .text').allInnerTexts(), UNDER_24);
  await page.context().unroute('**/engine/node-20*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await told(page);
  assert.deepEqual(await consoles(page), [UNDER_24, UNDER_20]);
  page.problems = page.problems.filter((problem) => !problem.includes('node-20'));
  await done(page);
});

test('changed code ends the comparison until it is run; then both run again', async () => {
  const page = await ran(PROGRAM);
  await compare(page, 22);
  assert.match(await says(page), /part nowhere/);
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('console.log(process.version.split(".")[0]);\n');
  await page.waitForSelector('.twin-bar', { state: 'detached' });
  await page.getByRole('button', { name: 'Simulate Flow' }).click();
  await told(page);
  assert.match(await says(page), /Node 24 prints “v24” on line 1, Node 22 prints “v22”/);
  await done(page);
});

test('two runs on a phone, light and dark: nothing is cut off, axe finds nothing', async () => {
  for (const viewport of [PHONE, DESKTOP]) for (const colorScheme of ['light', 'dark']) {
    const page = await ready('', { viewport, colorScheme });
    const menu = page.getByRole('button', { name: 'Menu' });
    if (await menu.isVisible()) await menu.click();
    await compare(page, 20);
    await page.keyboard.press('End');
    if (viewport === PHONE) await page.getByRole('tab', { name: /Console/ }).click();
    assert.deepEqual(await violations(page), [], `${viewport.width} ${colorScheme}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    assert.equal(wide, false);
    await screenshot(page, `compare-${viewport.width}-${colorScheme}`);
    await done(page);
  }
});
