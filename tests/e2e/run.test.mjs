// The page with the engine: changed code is run, and what goes wrong is said.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, open, playable, screenshot, serve, until, violations } from './support.mjs';

let browser, server;
before(async () => { [browser, server] = await Promise.all([launch(), serve()]); });
after(async () => { await browser?.close(); await server?.close(); });

async function ready(fragment = '') {
  const page = await open(browser, server.url + fragment, { reducedMotion: 'reduce' });
  await page.waitForSelector('.header .go');
  return page;
}

/** Puts `code` into the editor as a reader would. */
async function write(page, code) {
  if (!(await page.locator('.cm-content').count())) {
    await page.locator('.code .lines').click();
    await page.waitForSelector('.cm-focused');
  }
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(code);
}

const simulate = (page) => page.getByRole('button', { name: 'Simulate Flow' }).click();
const printed = (page) => page.locator('.console .text').allInnerTexts();

async function runs(page, code, lines) {
  await write(page, code);
  await simulate(page);
  await playable(page);
  await page.keyboard.press('Escape');
  await page.locator('.transport .end').click();
  assert.deepEqual(await printed(page), lines);
}

async function done(page) {
  assert.deepEqual(page.problems, []);
  await page.context().close();
}

test('changed code is not shown with the old run; Simulate Flow runs it', async () => {
  const page = await ready();
  await playable(page);
  await write(page, 'setTimeout(() => console.log("b"), 5);\nprocess.nextTick(console.log, "a");\n');
  assert.ok(await page.locator('.transport .play').isDisabled());
  assert.match(await page.locator('.caption').innerText(), /Simulate Flow/);
  assert.deepEqual(await printed(page), []);
  await simulate(page);
  await playable(page);
  await page.locator('.transport .end').click();
  assert.deepEqual(await printed(page), ['a', 'b']);
  await screenshot(page, 'edited');
  await page.getByRole('button', { name: 'Restore the lesson' }).click();
  await playable(page);
  await page.locator('.transport .end').click();
  assert.equal((await printed(page)).length, 10);
  await done(page);
});

test('an ES module runs as one, and its text is one file', async () => {
  const page = await ready();
  const code = 'import { sep } from "node:path";\nconsole.log(sep, typeof require);\nconst later = await Promise.resolve("later");\nconsole.log(later);\n';
  await runs(page, code, ['/ undefined', 'later']);
  await page.locator('.transport .start').click();
  await screenshot(page, 'es-module');
  await done(page);
});

test('everything that a program may print is listed, and each way can be shown', async () => {
  const page = await ready();
  await write(page, 'setTimeout(() => console.log("timeout"), 0);\nsetImmediate(() => console.log("immediate"));\n');
  await simulate(page);
  await playable(page);
  const known = page.locator('.outputs');
  await page.waitForFunction(() => document.querySelector('.outputs')?.innerText === '2 possible outputs');
  await page.locator('.transport .end').click();
  const first = await printed(page);
  assert.equal(await page.locator('.fork').count(), 1);
  await known.click();
  assert.deepEqual((await page.locator('.ways pre').allInnerTexts()).map((text) => text.trim().split(/\s+/)).sort(), [['immediate', 'timeout'], ['timeout', 'immediate']]);
  assert.deepEqual(await violations(page), []);
  await screenshot(page, 'outputs');
  await page.getByRole('button', { name: /^Show Output/ }).click();
  await playable(page);
  assert.match(await page.locator('.caption').innerText(), /either way/i, 'the cursor stands where the two part');
  await page.locator('.transport .end').click();
  assert.deepEqual(await printed(page), first.toReversed());
  assert.equal(await known.innerText(), '2 possible outputs');
  await runs(page, 'process.nextTick(console.log, "certain");', ['certain']);
  assert.equal(await known.innerText(), 'the only possible output');
  await done(page);
});

test('the same code runs under another version of Node, which a link carries', async () => {
  const page = await ready();
  const code = 'console.log(process.version.split(".")[0], new (require("stream").Readable)().readableHighWaterMark);\n';
  await runs(page, code, ['v24 65536']);
  await page.getByLabel('Version of Node').selectOption('Node 20');
  assert.deepEqual(await printed(page), []);
  await simulate(page);
  await playable(page);
  await page.locator('.transport .end').click();
  assert.deepEqual(await printed(page), ['v20 16384']);
  await page.getByRole('button', { name: 'Share' }).click();
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue();
  await done(page);
  const again = await ready(link.slice(link.indexOf('#')));
  assert.equal(await again.getByLabel('Version of Node').inputValue(), 'Node 20');
  await done(again);
});

/** Runs a program and stands at its first step, to go by events. */
async function atStart(page, source) {
  await write(page, source);
  await simulate(page);
  await playable(page);
  await page.keyboard.press('Escape');
  await page.locator('.transport .start').click();
  await page.getByRole('combobox', { name: 'A step is' }).selectOption('by event');
}

test('an ES module is seen from its parsing to its end, phone too', async () => {
  const page = await ready();
  await atStart(page, "import { setTimeout as wait } from 'node:timers/promises';\nconst before = 1;\nawait wait(1);\nconsole.log('after', before);\n");
  const modules = page.locator('.layer-modules');
  await until(page, /main\.js is parsed\. It imports node:timers\/promises/);
  assert.equal(await modules.getAttribute('aria-label'), 'ES modules: main.js parsed.');
  await until(page, /waits at an await at its top level/);
  assert.equal(await modules.getAttribute('aria-label'), 'ES modules: main.js waits at await.');
  await screenshot(page, 'module-waits');
  await until(page, /main\.js goes on after its await/);
  await page.locator('.transport .forward').click();
  assert.match(await page.locator('.caption').innerText(), /^\s*Microtask\s*Line 4 is next/, 'nothing is told as new that was there before');
  assert.match(await page.locator('.layer-variables').getAttribute('aria-label'), /before = 1/);
  await until(page, /main\.js is evaluated/);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('tab', { name: /^V8/ }).click();
  assert.match(await modules.innerHTML(), /evaluated/);
  await screenshot(page, 'module-phone');
  assert.deepEqual(await violations(page), []);
  await done(page);
});

test('a close callback waits at its phase from when it is asked for', async () => {
  const page = await ready();
  await atStart(page, "const { port1, port2 } = new MessageChannel();\nport2.on('message', () => port1.close());\nport1.on('close', () => console.log('closed'));\nport1.postMessage('hello');\n");
  await until(page, /The callback of port1\.postMessage on line 4 waits for the poll phase/);
  await until(page, /The close callback of line 2 waits for the closing phase/);
  assert.match(await page.locator('.layer-stations').getAttribute('aria-label'), /waiting: 1 close callback/);
  await screenshot(page, 'closing');
  await until(page, /The closing phase: 1 close callback to run/);
  await done(page);
});

test('a program leaves nothing behind for the next', async () => {
  const page = await ready();
  await runs(page, 'globalThis.left = 1; Array.prototype.push = null; console.log("first");', ['first']);
  await runs(page, 'console.log(typeof left, typeof [].push);', ['undefined function']);
  await done(page);
});

test('a syntax error names its line and leaves the page usable', async () => {
  const page = await ready();
  await write(page, 'console.log("a");\nconst b = (1 + ;\n');
  await simulate(page);
  const alert = page.getByRole('alert');
  await alert.waitFor({ timeout: 60_000 });
  assert.match(await alert.innerText(), /SyntaxError[^]*line 2/);
  await page.waitForSelector('.cm-line .wrong');
  await screenshot(page, 'syntax-error');
  await runs(page, 'console.log("mended");', ['mended']);
  assert.equal(await alert.count(), 0);
  await done(page);
});

test('an endless loop is stopped with a sentence and leaves the page usable', async () => {
  const page = await ready();
  await write(page, 'console.log("before");\nlet n = 0;\nwhile (true) n++;\n');
  await simulate(page);
  const alert = page.getByRole('alert');
  await alert.waitFor({ timeout: 120_000 });
  assert.match(await alert.innerText(), /stopped[^]*loop that does not end/);
  await screenshot(page, 'endless-loop');
  await runs(page, 'console.log("mended");', ['mended']);
  await done(page);
});

test('a program that takes all memory is stopped with a sentence', async () => {
  const page = await ready();
  await write(page, 'const kept = [];\nfor (;;) kept.push("x".repeat(1e7) + kept.length);\n');
  await simulate(page);
  const alert = page.getByRole('alert');
  await alert.waitFor({ timeout: 120_000 });
  assert.match(await alert.innerText(), /stopped[^]*keeps growing/);
  await runs(page, 'console.log("mended");', ['mended']);
  await done(page);
});

test('the keyboard alone edits and runs', async () => {
  const page = await ready();
  await playable(page);
  const focused = (selector) => page.evaluate((selector) => document.activeElement.closest(selector) !== null, selector);
  for (let press = 0; press < 20 && !(await focused('.code')); press++) await page.keyboard.press('Tab');
  await page.waitForSelector('.cm-focused');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('console.log("by hand");');
  await page.keyboard.press('Escape');
  assert.ok(await focused('.go'), 'Escape leads to the button that runs it');
  await page.keyboard.press('Enter');
  await playable(page);
  await page.keyboard.press('End');
  assert.deepEqual(await printed(page), ['by hand']);
  await done(page);
});

test('an engine that cannot be loaded is told of, and the next try gets it', async () => {
  const page = await ready();
  await page.context().route('**/engine/engine*.wasm', (route) => route.abort());
  await write(page, 'console.log("late");\n');
  await simulate(page);
  const alert = page.getByRole('alert');
  await alert.waitFor({ timeout: 60_000 });
  assert.match(await alert.innerText(), /could not be loaded[^]*Simulate Flow again/);
  await page.context().unroute('**/engine/engine*.wasm');
  await runs(page, 'console.log("late");\n', ['late']);
  page.problems = page.problems.filter((problem) => !problem.includes('engine'));
  await done(page);
});

test('an uncaught exception is told as Node tells it', async () => {
  const page = await ready();
  await write(page, 'setTimeout(() => { throw new Error("oops"); }, 1);\n');
  await simulate(page);
  await playable(page);
  await page.locator('.transport .end').click();
  assert.match((await page.locator('.console .stderr .text').allInnerTexts()).join('\n'), /Error: oops/);
  await done(page);
});

test('changed code, its settings and its step travel in a link', async () => {
  const page = await ready();
  const code = 'const größe = "🎉";\nsetImmediate(() => console.log(größe));\n';
  await page.getByRole('combobox', { name: /Worker threads/ }).selectOption('Pool 2');
  await runs(page, code, ['🎉']);
  await page.getByRole('button', { name: 'Share' }).click();
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue();
  const other = await ready(link.slice(link.indexOf('#')));
  await playable(other);
  assert.deepEqual(await printed(other), ['🎉'], 'at the very step');
  assert.equal(await other.getByRole('combobox', { name: /Worker threads/ }).inputValue(), 'Pool 2');
  await done(page);
  await done(other);
});

test('unsaved code is still there after a reload', async () => {
  const page = await ready();
  await write(page, 'console.log("mine");\n');
  await page.waitForFunction(() => localStorage.getItem('node-lifecycle.draft') !== null);
  await page.reload();
  await page.waitForSelector('.code');
  assert.match(await page.locator('.code').innerText(), /mine/);
  // The reload may have cut the engine's download short.
  page.problems = page.problems.filter((problem) => !problem.includes('ERR_ABORTED'));
  await done(page);
});

test('the bytes of a Buffer, and who shares them; a phone and the keyboard too', async () => {
  const page = await ready();
  await atStart(page, `const whole = Buffer.from('Grüße');\nconst head = whole.subarray(0, 2);\nhead[0] = 0x67;\nconsole.log(whole.toString());\n`);
  await until(page, /Line 4 is next/);
  await page.locator('.stage [data-target^=memory]').first().click();
  const dialog = page.getByRole('dialog', { name: 'The bytes of whole' });
  assert.match(await dialog.innerText(), /7 bytes, from byte \d+ on, of an array buffer of 65536, the pool/);
  assert.equal((await dialog.locator('tbody td').first().innerText()).replace(/\s/g, ''), '6772c3bcc39f65');
  assert.equal(await dialog.locator('td:nth-of-type(1) .shared').count(), 2, 'head shows two of them');
  assert.match(await dialog.innerText(), /As UTF-8: grüße/);
  assert.deepEqual(await violations(page), []);
  await screenshot(page, 'bytes');
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('tab', { name: /V8/ }).click();
  await page.locator('.stage-picture').focus();
  for (let item = 0; item < 12 && !(await page.evaluate(() => document.activeElement.dataset.target?.startsWith('memory'))); item++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: /^The bytes of / }).waitFor();
  const cut = await page.locator('.dump').evaluate((dump) => dump.scrollWidth > dump.clientWidth);
  assert.ok(!cut, 'nothing is cut off');
  await done(page);
});
