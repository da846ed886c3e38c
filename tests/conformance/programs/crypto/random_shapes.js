// Random values: what is certain of them.
const crypto = require('crypto');
const show = (run) => { try { return run(); } catch (e) { return `${e.name} ${e.code} ${e.message}`; } };
console.log(crypto.randomBytes(16).length, Buffer.isBuffer(crypto.randomBytes(0)), crypto.randomBytes(8).equals(crypto.randomBytes(8)));
console.log(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(crypto.randomUUID()), crypto.randomUUID({ disableEntropyCache: true }).length, crypto.randomUUID() === crypto.randomUUID());
const ints = Array.from({ length: 200 }, () => crypto.randomInt(3, 6));
console.log([...new Set(ints)].sort(), crypto.randomInt(1), show(() => crypto.randomInt(5, 5)), show(() => crypto.randomInt(0.5)), show(() => crypto.randomInt(-5, 2 ** 50)));
const target = Buffer.alloc(10);
crypto.randomFillSync(target, 2, 3);
console.log(target.subarray(0, 2), target.subarray(5), crypto.randomFillSync(new Uint32Array(4)).length, crypto.randomFillSync(new ArrayBuffer(3)).byteLength, crypto.getRandomValues(new Uint8Array(2)).length);
for (const run of [() => crypto.randomBytes(-1), () => crypto.randomBytes('5'), () => crypto.randomBytes(1, 'x'), () => crypto.randomFillSync('x'), () => crypto.randomFillSync(target, 11), () => crypto.randomFillSync(target, 5, 6), () => crypto.randomUUID(5), () => crypto.getRandomValues(new Float32Array(1)), () => crypto.getRandomValues(new Uint8Array(65537))]) console.log(show(run));
crypto.randomFill(Buffer.alloc(6), 1, (error, filled) => {
  console.log(error, filled[0], filled.length);
  crypto.randomInt(10, (error, n) => {
    console.log(error, n >= 0 && n < 10);
    crypto.randomBytes(12, (error, bytes) => console.log(error, bytes.length));
    console.log('asked');
  });
});
console.log('first');
