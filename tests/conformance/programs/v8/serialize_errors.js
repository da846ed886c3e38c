// What V8's serializer refuses, and what its deserializer does.
const v8 = require('v8');
const t = (name, f) => { try { console.log(name, f()); } catch (e) { console.log(name, '!', e.name, '|', e.message, '|', e.code); } };
for (const [name, value] of Object.entries({ arrow: () => {}, method: { a() {} }, symbol: Symbol('x'), boxed: Object(Symbol()), weak: new WeakMap(), promise: Promise.resolve(), proxy: new Proxy({}, {}), generator: function* () {}(), shared: new SharedArrayBuffer(2), args: (function () { return arguments; })(), getter: { get x() { throw new TypeError('own'); } } })) t(name, () => v8.serialize(value));
t('detached', () => { const buffer = new ArrayBuffer(2); structuredClone(buffer, { transfer: [buffer] }); return v8.serialize(buffer); });
for (const hex of ['', 'ff', 'ff0f', 'ff10', 'ff0e30', 'ff0d22016a', 'ff0f2205616263', 'ff0f5e00', 'ff0f6f7b01', 'ff0f6f2201614902', 'ff0f4103490249044906240003', 'ff0f4103490249044906240002', 'ff0f3b49027b003a02', 'ff0f2d', '4902', 'ff0f5c0a03616263', 'ff0f5c0a05616263', 'ff0f520063046100ac2003', 'ff0f5a1005', 'ff0f420201', 'ff0f55ff01', 'ff0f5302c3bc', 'ff0f3f0030', 'ff0f6f490249047b01', 'ff0f6103490049024902490440020303', 'ff0f41022d4902240002', 'ff0f420400000000564202010000', 'ff0f56420002']) t(hex, () => v8.deserialize(Buffer.from(hex, 'hex')));
t('text', () => v8.deserialize('x'));
t('none', () => new v8.Deserializer());
t('raw', () => new v8.Serializer().writeRawBytes('x'));
const error = v8.deserialize(v8.serialize(new TypeError('x', { cause: { a: 1 } })));
console.log(error instanceof TypeError, error.message, error.cause, error.stack.split('\n')[0], Object.getOwnPropertyNames(error));
const custom = new Error('m'); custom.name = 'Custom'; custom.stack = 'mine'; custom.code = 1;
console.log(v8.serialize(custom).toString('hex'), Object.keys(v8.deserialize(v8.serialize(custom))));
