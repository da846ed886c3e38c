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

const SHAPES = `function Point(x, y) {
  this.x = x;
  this.y = y;
}
const a = new Point(1, 2);
const b = new Point(3, 4);
b.z = 5;
const list = [1, 2];
list.push(4.5);
function read(point) {
  return point.x;
}
for (let i = 0; i < 12; i++) read(i % 2 ? a : b);
console.log(read({ x: 1 }));
`;

test('hidden classes grow with the program, and inline caches learn them', async () => {
  const page = await record(browser, server.url, SHAPES);
  await page.getByRole('tab', { name: 'Shapes' }).click();
  const tree = page.locator('.layer-shapes');
  await until(page, /Prints/);
  const words = await tree.getAttribute('aria-label');
  assert.match(words, /#0 Point\. #1 \+ x\. #2 \+ y, of a\. #3 \+ z, of b\./);
  assert.match(words, /Array PACKED_SMI\..* PACKED_DOUBLE, of list\./);
  assert.match(await page.locator('.layer-caches').getAttribute('aria-label'), /L11 point\.x: polymorphic #\d+ #\d+ #\d+\./);
  await screenshot(page, 'shapes');
  assert.deepEqual(await violations(page), []);
  await page.locator('.transport .start').click();
  await until(page, /Declares|starts/);
  assert.doesNotMatch(await tree.getAttribute('aria-label') ?? '', /\+ z/);
  await page.setViewportSize(PHONE);
  await page.locator('.transport .end').click();
  await until(page, /./);
  await screenshot(page, 'shapes-phone');
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});
