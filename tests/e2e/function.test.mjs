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

const HOT = `function area(shape) {
  return shape.width * shape.height;
}
let total = 0;
for (let i = 0; i < 900; i++) total += area({ width: i, height: 2 });
console.log(total);
console.log(area({ height: 3, width: 4, depth: 5 }));
console.log(area({ width: 1, height: 1 }));
`;

test('a hot function: its code on the timeline, what the compilers did and why the code was left, where the model departs', async () => {
  const page = await record(browser, server.url, HOT);
  const lanes = await page.locator('.timeline .lane-name').allTextContents();
  assert.ok(lanes.includes('code'), lanes.join());
  assert.ok(await page.locator('.timeline .bar.role-maglev').count() === 1, 'Maglev has its bar');
  await page.getByRole('tab', { name: 'Function' }).click();
  // From the end back to its last call, behind the one in which another hidden class met Maglev's code.
  await page.locator('.transport .end').click();
  const view = page.locator('.function');
  for (let back = 0; back < 40 && await view.locator('.tier-log .left').count() === 0; back++) {
    await page.locator('.transport .back').click();
    await page.waitForTimeout(30);
  }
  assert.match(await view.locator('.tier-log .left').first().innerText(), /Maglev’s code is left at shape\.\w+: wrong map\./);
  assert.match(await view.locator('.tier-log').innerText(), /Maglev’s code is ready: it runs from the next call on/);
  assert.match(await view.locator('.tier.on').innerText(), /Sparkplug/);
  await view.locator('.departures summary').focus();
  await page.keyboard.press('Enter');
  assert.match(await view.locator('.departures').innerText(), /Compilers work beside the program in V8/);
  await screenshot(page, 'function-hot');
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press('Enter');
  await view.locator('.tier-log .left button').first().click();
  await page.locator('.caption .v8', { hasText: /^V8: area leaves Maglev’s code: wrong map/ }).waitFor({ timeout: 5_000 });
  await screenshot(page, 'function-left');
  const first = view.locator('.tier-log li').last();
  assert.match(await first.innerText(), /feedback vector/);
  const step = Number((await first.locator('button').innerText()).replace('step ', ''));
  await first.locator('button').click();
  await page.waitForFunction((now) => document.querySelector('.timeline').getAttribute('aria-valuenow') === now, String(step));
  assert.deepEqual(page.problems, []);
  await page.context().close();
});
