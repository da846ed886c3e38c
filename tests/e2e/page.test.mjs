// The page on its recorded lesson: no engine is loaded for any of this.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DESKTOP, PHONE, launch, open, playable, screenshot, serve, violations } from './support.mjs';

let browser, server;
before(async () => { [browser, server] = await Promise.all([launch(), serve()]); });
after(async () => { await browser?.close(); await server?.close(); });

/** A page whose lesson can be played. */
export async function ready(query = '', options = {}) {
  const page = await open(browser, server.url + query, { reducedMotion: 'reduce', ...options });
  await playable(page);
  return page;
}

const button = (page, name) => page.locator(`.transport .${name}`);
const select = (page, name) => page.getByRole('group', { name: 'Playback' }).getByRole('combobox', { name });
const caption = (page) => page.locator('.caption').innerText();
const printed = (page) => page.locator('.console .text').allInnerTexts();

/** The stage, the console, the caption and the marks in the code: all that belongs to a step, as text; the order of attributes means nothing. */
async function picture(page) {
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {}))));
  return page.evaluate(() => {
    const write = (node) => {
      if (node.nodeType !== Node.ELEMENT_NODE) return node.nodeType === Node.TEXT_NODE ? node.data : '';
      const attributes = [...node.attributes].map(({ name, value }) => ` ${name}="${value}"`).sort();
      return `<${node.localName}${attributes.join('')}>${[...node.childNodes].map(write).join('')}</${node.localName}>`;
    };
    return ['#stage', '.console', '.caption', '.code'].map((part) => write(document.querySelector(part))).join('\n');
  });
}

/** Two pictures are the same; if not, says where they part. */
function same(actual, expected, message) {
  if (actual === expected) return;
  let at = 0;
  while (actual[at] === expected[at]) at++;
  const around = (text) => text.slice(Math.max(0, at - 160), at + 160);
  assert.fail(`${message}: the pictures part at\n${around(actual)}\nwhere there was\n${around(expected)}`);
}

async function done(page) {
  assert.deepEqual(page.problems, []);
  await page.context().close();
}

const LESSON = ['script start', 'load starts', 'script end', 'nextTick', 'load goes on', 'promise', 'timeout', 'immediate', 'file: libuv', 'hash: acbc1cbd'];

test('Simulate Flow plays the lesson to its end, without the engine', async () => {
  const page = await ready();
  await select(page, 'Speed').selectOption('8×');
  await page.getByRole('button', { name: 'Simulate Flow' }).click();
  await page.waitForSelector('.transport .end[aria-disabled=true]', { timeout: 60_000 });
  assert.deepEqual(await printed(page), LESSON);
  assert.ok(!server.requests.some((path) => path.includes('engine')), 'the engine was not asked for');
  await done(page);
});

test('every control of the transport does what its name says', async () => {
  const page = await ready();
  const first = await caption(page);
  assert.ok(await button(page, 'start').isDisabled() && await button(page, 'back').isDisabled());
  for (const unit of ['by event', 'by line', 'by callback', 'by phase']) {
    await select(page, 'A step is').selectOption(unit);
    const before = await picture(page);
    await button(page, 'forward').click();
    assert.notEqual(await picture(page), before, `forward ${unit}`);
    await button(page, 'back').click();
    await button(page, 'start').click({ force: true, timeout: 1000 }).catch(() => {});
  }
  await button(page, 'end').click();
  assert.deepEqual(await printed(page), LESSON);
  assert.ok(await button(page, 'end').isDisabled() && await button(page, 'forward').isDisabled());
  await button(page, 'start').click();
  assert.deepEqual(await printed(page), []);
  assert.notEqual(await caption(page), first, 'the caption is now of a step');
  await button(page, 'play').click();
  await page.waitForSelector('.transport button[aria-label=Pause]');
  await page.waitForFunction(() => document.querySelectorAll('.console .text').length > 0);
  await button(page, 'play').click();
  const paused = await picture(page);
  await page.waitForTimeout(1200);
  same(await picture(page), paused, 'a pause holds');
  for (const speed of ['¼×', '½×', '1×', '2×', '4×', '8×']) await select(page, 'Speed').selectOption(speed);
  await done(page);
});

test('stepping back gives the very picture that stepping forward gave', async () => {
  for (const unit of ['by event', 'by line', 'by callback', 'by phase']) {
    const page = await ready();
    await select(page, 'A step is').selectOption(unit);
    const pictures = [];
    for (let step = 0; step < 24 && !(await button(page, 'forward').isDisabled()); step++) {
      await button(page, 'forward').click();
      pictures.push(await picture(page));
    }
    assert.ok(pictures.length > 3, unit);
    for (let step = pictures.length - 2; step >= 0; step--) {
      await button(page, 'back').click();
      same(await picture(page), pictures[step], `${unit}, stop ${step}`);
    }
    await done(page);
  }
});

test('the keyboard alone goes everywhere', async () => {
  const page = await ready();
  await page.keyboard.press('End');
  assert.deepEqual(await printed(page), LESSON);
  await page.keyboard.press('Home');
  assert.deepEqual(await printed(page), []);
  const start = await picture(page);
  await page.keyboard.press('ArrowRight');
  assert.notEqual(await picture(page), start);
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Space');
  await page.waitForSelector('.transport button[aria-label=Pause]');
  await page.keyboard.press('Space');
  await page.waitForSelector('.transport button[aria-label=Play]');
  await page.keyboard.press('?');
  await page.waitForSelector('dialog[open]');
  await page.keyboard.press('Escape');
  await page.waitForSelector('dialog', { state: 'detached' });
  await page.getByRole('button', { name: 'Help' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await page.waitForSelector('dialog', { state: 'detached' });
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), 'Help', 'a dialog gives the focus back');

  // Tab reaches every control, and each shows that it has the focus.
  const reached = new Set();
  await page.evaluate(() => document.activeElement?.blur());
  for (let press = 0; press < 40; press++) {
    await page.keyboard.press('Tab');
    const focused = () => page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const style = getComputedStyle(element);
      const seen = style.outlineStyle !== 'none' || element.closest('.code') || element.matches('[role=slider]');
      return { name: element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 40), seen: Boolean(seen) };
    });
    for (const leave of [false, true]) {
      // Escape leaves the editor, to the control that is wanted next.
      if (leave && await page.evaluate(() => document.activeElement.closest('.cm-editor') !== null)) await page.keyboard.press('Escape');
      const at = await focused();
      if (at === null) continue;
      assert.ok(at.seen, `${at.name} shows its focus`);
      reached.add(at.name);
    }
  }
  for (const name of ['Lesson', 'Simulate Flow', 'Share', 'Help', 'Play', 'Speed', 'A step is']) assert.ok([...reached].some((one) => one.startsWith(name)), `Tab reaches ${name}: ${[...reached]}`);
  await done(page);
});

test('axe finds nothing, light and dark, wide and narrow', async () => {
  for (const viewport of [DESKTOP, PHONE]) for (const colorScheme of ['dark', 'light']) {
    const page = await ready('', { viewport, colorScheme });
    const where = `${viewport.width} ${colorScheme}`;
    assert.deepEqual(await violations(page), [], `${where}, at first`);
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('ArrowRight');
    assert.deepEqual(await violations(page), [], `${where}, in the middle`);
    await screenshot(page, `page-${viewport.width}-${colorScheme}`);
    await page.keyboard.press('?');
    await page.waitForSelector('dialog[open]');
    assert.deepEqual(await violations(page), [], `${where}, help`);
    await page.keyboard.press('Escape');
    await page.locator('.code .lines').click();
    await page.waitForSelector('.cm-focused');
    assert.deepEqual(await violations(page), [], `${where}, editing`);
    await done(page);
  }
});

test('the theme can be switched, and is remembered', async () => {
  const page = await ready();
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await ground();
  await page.getByRole('button', { name: 'Switch to the light theme' }).click();
  const light = await ground();
  assert.notEqual(light, dark);
  await page.reload();
  await page.waitForSelector('.transport');
  assert.equal(await ground(), light);
  await done(page);
});

test('a page that has arrived and does not start is loaded again, once, and then says so', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  let loads = 0;
  await page.route('**/app-*.js', (route) => {
    loads++;
    return route.fulfill({ contentType: 'text/javascript', body: 'export default () => new Promise(() => {});' });
  });
  await page.goto(server.url);
  await page.getByText('The page is here and does not start. Please load it again.').waitFor({ timeout: 60_000 });
  await page.waitForFunction(() => sessionStorage.length === 1);
  await page.waitForTimeout(1_500);
  await page.getByText('The page is here and does not start. Please load it again.').waitFor({ timeout: 60_000 });
  assert.equal(loads, 2, 'the second load is the last');
  await page.unroute('**/app-*.js');
  await page.reload();
  await playable(Object.assign(page, { problems: [], underWay: new Set() }));
  await page.waitForFunction(() => sessionStorage.length === 0);
  await context.close();
});

test('the editor takes the place of the static lines without a jump', async () => {
  for (const viewport of [DESKTOP, PHONE]) {
    const page = await ready('', { viewport });
    await page.keyboard.press('Shift+ArrowRight');
    const place = () => page.evaluate(() => {
      const walker = document.createTreeWalker(document.querySelector('.code'), NodeFilter.SHOW_TEXT);
      for (let node; (node = walker.nextNode());) {
        if (!node.data.includes('console')) continue;
        const range = document.createRange();
        range.selectNode(node);
        const { x, y, height } = range.getBoundingClientRect();
        return [x, y, height].map(Math.round);
      }
    });
    const before = await place();
    await page.locator('.code').hover();
    await page.waitForSelector('.cm-editor');
    assert.deepEqual(await place(), before);
    await done(page);
  }
});

test('a link brings back the lesson at its step', async () => {
  const page = await ready();
  for (let press = 0; press < 3; press++) await page.keyboard.press('Shift+ArrowRight');
  const there = await picture(page);
  await page.getByRole('button', { name: 'Share' }).click();
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue();
  assert.match(link, /#\/node-lifecycle\/\d+$/);
  const other = await ready(link.slice(link.indexOf('#')));
  same(await picture(other), there, 'the step of the link');
  await done(page);
  await done(other);
});

test('a damaged link says so and opens the first lesson', async () => {
  for (const [fragment, words] of [['#3AAAA', 'damaged'], ['#9abc', 'another version'], ['#2AAAA', 'another version'], ['#/no-such-lesson/3', 'no lesson'], ['#3' + 'x'.repeat(5000), 'damaged']]) {
    const page = await ready(fragment);
    const alert = page.getByRole('alert');
    assert.match(await alert.innerText(), new RegExp(words));
    await alert.getByRole('button', { name: 'Dismiss' }).click();
    await page.keyboard.press('End');
    assert.deepEqual(await printed(page), LESSON);
    await done(page);
  }
});

test('in a frame the stage stands alone, and tells the page around it', async (t) => {
  const outer = await serve(undefined, {
    '/outer.html': `<!doctype html><title>outer</title><link rel=icon href="data:,"><body><script>window.told = []; addEventListener('message', (e) => told.push(e.data));</script><iframe src="/?embed" width="900" height="560" title="Node Lifecycle"></iframe>`,
  });
  t.after(() => outer.close());
  const around = await open(browser, `${outer.url}outer.html`, { reducedMotion: 'reduce' });
  const frame = around.frameLocator('iframe');
  await frame.locator('.transport .play[aria-disabled=false]').waitFor();
  assert.equal(await frame.locator('.header').isVisible(), false);
  assert.equal(await frame.locator('#stage').isVisible(), true);
  await frame.locator('.transport .forward').click();
  await around.waitForFunction(() => told.some((message) => message.type === 'step' && message.value > 0));
  const told = await around.evaluate(() => told);
  assert.ok(told.every((message) => message.source === 'node-lifecycle'));
  assert.ok(told.some((message) => message.type === 'ready') && told.some((message) => message.type === 'height' && message.value > 0));
  await screenshot(around, 'embed');
  await done(around);
});

test('nothing in the header covers another thing, at any width', async () => {
  const page = await open(browser, server.url);
  await playable(page);
  await page.getByLabel('Node’s options').selectOption('--max-old-space-size=16');
  for (const width of [770, 900, 1000, 1100, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    const boxes = await page.locator('.header .pill:visible, .header .go').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
    assert.equal(boxes.length, 9);
    boxes.sort((one, other) => one.left - other.left);
    for (const [place, box] of boxes.entries()) assert.ok(place === 0 || boxes[place - 1].right <= box.left, `${width}: ${JSON.stringify(boxes)}`);
    assert.ok(boxes.at(-1).right <= width);
  }
  assert.deepEqual(page.problems, []);
  await page.context().close();
});
