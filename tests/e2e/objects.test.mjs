// The program's variables as objects, wide and on a phone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PHONE, launch, record, screenshot, serve, until, violations } from './support.mjs';

let browser, server;
before(async () => { [browser, server] = await Promise.all([launch(), serve()]); });
after(async () => { await browser?.close(); await server?.close(); });

const PROGRAM = `class Node {
  constructor(value) { this.value = value; this.next = null; }
}
const first = new Node('a');
const list = { head: first, size: 1 };
function append(list, value) {
  const node = new Node(value);
  list.head.next = node;
  list.size += 1;
  return node;
}
const last = append(list, 'b');
const byName = new Map([['a', first], ['b', last]]);
last.next = first;
console.log(list.size, byName.size);
`;

test('variables lead to objects, which change as the program goes, and back', async () => {
  const page = await record(browser, server.url, PROGRAM);
  await page.getByRole('tab', { name: 'Objects' }).click();
  const objects = page.locator('.layer-objects');
  await until(page, /Prints/);
  const words = await objects.getAttribute('aria-label');
  assert.match(words, /list refers to Object/);
  assert.match(words, /Object: head refers to Node, size 2\./);
  assert.match(words, /Map\(2\): 'a' refers to Node, 'b' refers to Node\./);
  assert.match(words, /Node: value 'a', next refers to Node\. /);
  assert.equal(await page.locator('.layer-references .item').count(), 9, 'an arrow a reference');
  await screenshot(page, 'objects');
  assert.deepEqual(await violations(page), []);
  await page.locator('.transport .start').click();
  await until(page, /Declares first|first/);
  assert.doesNotMatch(await objects.getAttribute('aria-label') ?? '', /Map\(2\)/);
  await page.setViewportSize(PHONE);
  assert.equal(await page.getByRole('tab', { name: 'Objects' }).getAttribute('aria-selected'), 'true');
  await page.locator('.transport .end').click();
  await until(page, /./);
  await screenshot(page, 'objects-phone');
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});
