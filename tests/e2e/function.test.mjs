// The function that runs as V8 has it: syntax tree, bytecode, tiers; wide and on a phone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PHONE, launch, record, screenshot, serve, until, violations } from './support.mjs';

let browser, server;
before(async () => { [browser, server] = await Promise.all([launch(), serve()]); });
after(async () => { await browser?.close(); await server?.close(); });

const PROGRAM = `function scale(point, by) {
  const x = point.x * by;
  return x + 1;
}
let sum = 0;
for (let i = 0; i < 12; i++) sum += scale({ x: i }, 2);
console.log(sum);
`;

test('the function that runs: its tree, its bytecode with what runs lit up, its tier', async () => {
  const page = await record(browser, server.url, PROGRAM);
  const tab = page.getByRole('tab', { name: 'Function' });
  await tab.focus();
  await page.keyboard.press('Enter');
  assert.equal(await tab.getAttribute('aria-selected'), 'true');
  const view = page.locator('.function');
  assert.match(await view.innerText(), /No function of the program is running/);
  await until(page, /Line 2 is next/);
  assert.match(await view.locator('h2').innerText(), /scale line 1/);
  assert.match(await view.locator('.tree').innerText(), /BinaryExpression \*/);
  const bytecodes = view.locator('.code-of-v8 tbody tr');
  const opcodes = (await bytecodes.locator('td:nth-child(2)').allInnerTexts()).join(' ');
  assert.equal(opcodes, 'GetNamedProperty Star1 Ldar Mul Star0 AddSmi Return');
  const lit = await view.locator('.code-of-v8 .now td:nth-child(2)').allInnerTexts();
  assert.deepEqual(lit.slice(0, 1), ['GetNamedProperty']);
  assert.ok(!lit.includes('Return'), 'the statement, not the function');
  assert.match(await view.locator('.tiers').innerText(), /called once so far/);
  await screenshot(page, 'function');
  assert.deepEqual(await violations(page), []);
  await page.locator('.transport .end').click();
  await until(page, /./);
  for (let back = 0; back < 6; back++) await page.locator('.transport .back').click();
  await page.getByRole('combobox', { name: 'A step is' }).selectOption('by line');
  await page.setViewportSize(PHONE);
  await page.locator('.transport .start').click();
  for (let steps = 0; steps < 8; steps++) await page.locator('.transport .forward').click();
  await screenshot(page, 'function-phone');
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});
