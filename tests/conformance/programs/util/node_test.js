// node:test on a file: what passes, fails, is skipped and nested, and where.
const { describe, it, test } = require('node:test');
const assert = require('node:assert');

// How long each took is nobody's business.
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = (chunk, ...rest) => write(String(chunk).replace(/\([\d.]+ms\)/g, '(… ms)').replace(/duration_ms:? [\d.]+/g, 'duration_ms …'), ...rest);

test('adds', () => assert.strictEqual(1 + 1, 2));
test('waits', async () => { await new Promise((done) => setTimeout(done, 5)); });
test('is skipped', { skip: 'not today' }, () => assert.fail());
test('is to do', { todo: true }, () => {});
test('has parts', async (t) => {
  await t.test('one', () => {});
  await t.test('two', () => {});
});
describe('a suite', () => {
  it('holds', () => assert.ok(true));
  it('calls back', (t, done) => setImmediate(done));
});
test('fails', () => assert.strictEqual(1, 2));
