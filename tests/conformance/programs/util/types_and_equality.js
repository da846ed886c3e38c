// isDeepStrictEqual, types.
const util = require('util');
console.log(util.isDeepStrictEqual({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }), util.isDeepStrictEqual([1], ['1']), util.isDeepStrictEqual(new Set([1]), new Set([1])), util.isDeepStrictEqual(NaN, NaN), util.isDeepStrictEqual(0, -0));
console.log(util.types.isPromise(Promise.resolve()), util.types.isRegExp(/x/), util.types.isDate(new Date()), util.types.isAsyncFunction(async () => {}), util.types.isGeneratorFunction(function* () {}), util.types.isProxy(new Proxy({}, {})));
console.log(util.inspect(util.types.isNativeError(new TypeError())), util.stripVTControlCharacters('\u001b[31mred\u001b[0m'), util.toUSVString('a\ud800'));
