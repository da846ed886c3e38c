// What the browser tests share: dist/ on a free port, a browser, pages that fail the test on any console error.
import { createReadStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('../..', import.meta.url));
export const dist = join(root, 'dist');
export const screenshots = join(root, 'target', 'screenshots');

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.wasm': 'application/wasm',
  '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png', '.txt': 'text/plain; charset=utf-8',
};

/** Serves `folder` on a free port of this machine: `{ url, requests, close }`; `requests` lists the paths asked for. */
export async function serve(folder = dist, extra = {}) {
  const requests = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    requests.push(path);
    if (path in extra) return response.writeHead(200, { 'content-type': TYPES['.html'] }).end(extra[path]);
    const file = normalize(join(folder, path.endsWith('/') ? `${path}index.html` : path));
    const found = file.startsWith(folder + sep) && (await stat(file).catch(() => undefined))?.isFile();
    if (!found) return response.writeHead(404, { 'content-type': TYPES['.txt'] }).end('There is no such file.\n');
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'cache-control': 'no-cache' });
    createReadStream(file).pipe(response);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const close = () => new Promise((closed) => { server.close(closed); server.closeAllConnections(); });
  return { url: `http://localhost:${server.address().port}/`, requests, close };
}

/** A headless Chromium that asks nothing of the network by itself. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
      '--disable-sync', '--disable-dev-shm-usage', '--font-render-hinting=none', '--force-color-profile=srgb',
    ],
  });
}

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/**
 * Opens `url` in a context of its own. `page.problems` collects console errors, uncaught errors and failed requests:
 * end a test with `assert.deepEqual(page.problems, [])`. `options` are Playwright's (`colorScheme`, `reducedMotion` …).
 */
export async function open(browser, url, options = {}) {
  const context = await browser.newContext({ viewport: DESKTOP, colorScheme: 'dark', ...options });
  const page = await context.newPage();
  page.problems = [];
  page.underWay = new Set();
  page.on('request', (request) => page.underWay.add(request));
  for (const end of ['requestfinished', 'requestfailed']) page.on(end, (request) => page.underWay.delete(request));
  page.on('console', (message) => { if (message.type() === 'error') page.problems.push(`console: ${message.text()} ${message.location().url}`); });
  page.on('pageerror', (error) => page.problems.push(`uncaught: ${error.stack ?? error}`));
  page.on('requestfailed', (request) => page.problems.push(`request: ${request.url()} ${request.failure()?.errorText}`));
  await page.goto(url, { waitUntil: 'load' });
  return page;
}

/** Waits until the page has a run to play; where it never comes, says what the page shows instead and what it waits for. */
export async function playable(page) {
  await page.waitForSelector('.transport .play[aria-disabled=false]', { timeout: 60_000 }).catch(async (error) => {
    await screenshot(page, 'not-playable').catch(() => {});
    const shown = await page.locator('body').innerText({ timeout: 5_000 }).catch((reason) => `nothing can be asked of it: ${reason.message}`);
    const underWay = [...page.underWay].map((request) => request.url()).join(' ') || 'nothing';
    throw new Error(`no run to play at ${page.url()}\nproblems: ${page.problems.join('\n') || 'none'}\nunder way: ${underWay}\nshown: ${shown.slice(0, 600)}`, { cause: error });
  });
}

/** Goes forward by events until the caption says `words`. */
export async function until(page, words) {
  for (let steps = 0; steps < 400; steps++) {
    if (words.test((await page.locator('.caption').first().innerText()).replace(/\s+/g, ' '))) return;
    await page.locator('.transport .forward').click();
  }
  throw new Error(`no step says ${words}`);
}

/** Writes target/screenshots/NAME.png and gives its path. */
export async function screenshot(page, name, options = {}) {
  await mkdir(screenshots, { recursive: true });
  const path = join(screenshots, `${name}.png`);
  await page.screenshot({ path, animations: 'disabled', ...options });
  return path;
}

/** Runs axe on the page and gives its violations, each as one readable line. */
export async function violations(page, options = {}) {
  const source = await import('axe-core').then((module) => module.default.source);
  // Evaluated by the debugger protocol, which the page's content security policy does not bind.
  await page.evaluate(source);
  const result = await page.evaluate((given) => globalThis.axe.run(document, given), options);
  return result.violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')}`));
}

/** Opens the page, runs `program` there with Node's options `node` and stands before its first step, an event a step. `options` as of `open`. */
export async function record(browser, url, program, { node, ...options } = {}) {
  const page = await open(browser, url, { reducedMotion: 'reduce', ...options });
  await playable(page);
  if (node) {
    const menu = page.getByRole('button', { name: 'Menu' });
    const folded = await menu.isVisible();
    if (folded) await menu.click();
    await page.getByLabel('Node’s options').selectOption(node);
    if (folded && await page.getByLabel('Node’s options').isVisible()) await menu.click();
  }
  await page.locator('.code .lines').click();
  await page.waitForSelector('.cm-focused');
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(program);
  await page.getByRole('button', { name: 'Simulate Flow' }).click();
  await playable(page);
  await page.keyboard.press('Escape');
  await page.locator('.transport .start').click();
  await page.getByRole('combobox', { name: 'A step is' }).selectOption('by event');
  return page;
}
