// V8's heap, its collections, and its end.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PHONE, launch, record, screenshot, serve, until, violations } from './support.mjs';

let browser, server;
before(async () => { [browser, server] = await Promise.all([launch(), serve()]); });
after(async () => { await browser?.close(); await server?.close(); });

const LIST = `class Item {
  constructor(value, next) {
    this.value = value;
    this.next = next;
    this.first = this.second = this.third = this.last = 0;
  }
}
let list = null;
for (let i = 0; i < 600; i++) {
  const made = new Item(i, null);
  if (i % 50 === 0) {
    made.next = list;
    list = made;
  }
}
console.log(list.value);
`;

test('the heap shows its spaces, its collections, and why each object is still there', async () => {
  const page = await record(browser, server.url, LIST);
  await page.getByRole('tab', { name: 'Heap' }).click();
  const heap = page.locator('.layer-heap');
  assert.match(await heap.getAttribute('aria-label'), /Nothing yet|No collection yet/);
  await page.locator('.transport .end').click();
  await page.locator('.layer-heap-graph [data-target]').last().click();
  await until(page, /./);
  assert.match(await page.locator('.caption .v8').innerText(), /^V8: a scavenge frees \d+ objects/);
  const words = await heap.getAttribute('aria-label');
  assert.match(words, /A scavenge, because the new space was full: .* survived in the new space, .* moved to the old generation and .* freed/);
  assert.match(await page.locator('.layer-kept').getAttribute('aria-label'), /Item, 72 bytes, old space, held by [^.]*\.js: list → next/);
  await screenshot(page, 'heap');
  assert.deepEqual(await violations(page), []);
  await page.locator('.layer-kept [data-target]').last().focus();
  await page.keyboard.press('Enter');
  assert.doesNotMatch(await page.locator('.layer-kept').getAttribute('aria-label') ?? '', /list → next ×9/);
  await page.setViewportSize(PHONE);
  await page.locator('.layer-heap-graph [data-target]').last().focus();
  await page.keyboard.press('Enter');
  await until(page, /./);
  await screenshot(page, 'heap-phone');
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

const LEAK = `const sessions = new Map();
function handle(id) {
  sessions.set('session ' + id, { id, rows: new Array(2000).fill(id) });
}
let id = 0;
setInterval(() => { for (let i = 0; i < 40; i++) handle(id++); }, 100);
`;

test('a leak ends at the heap’s limit, and the page says what holds it', async () => {
  const page = await record(browser, server.url, LEAK, { node: '--max-old-space-size=16' });
  await page.getByRole('tab', { name: 'Heap' }).click();
  await page.locator('.transport .end').click();
  await until(page, /The heap is at its limit.* code 134/);
  assert.match(await page.locator('.console').innerText(), /FATAL ERROR: .*JavaScript\s+heap\s+out\s+of\s+memory/);
  assert.match(await page.locator('.layer-heap').getAttribute('aria-label'), /A mark-compact, because/);
  assert.match(await page.locator('.layer-kept').getAttribute('aria-label'), /held by handle: sessions → 'session 0' → rows/);
  await screenshot(page, 'leak');
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

/** What a program prints. */
async function printed(program, options) {
  const page = await record(browser, server.url, program, options);
  await page.locator('.transport .end').click();
  const text = await page.locator('.console').innerText();
  assert.deepEqual(page.problems, []);
  await page.context().close();
  return text;
}

test('Node’s options reach the program: gc() is there for one that asks for it', async () => {
  const program = 'const gone = new WeakRef({});\nsetTimeout(() => { gc(); console.log(process.execArgv, gone.deref()); });';
  assert.match(await printed(program), /ReferenceError: gc is not defined/);
  assert.match(await printed(program, { node: '--expose-gc' }), /\[ '--expose-gc' \] undefined/);
});
