// cause, AggregateError and instanceof.
const low = new Error('low');
const high = new Error('high', { cause: low });
console.log(high.cause === low, high.cause.message);
const all = new AggregateError([new TypeError('a'), new RangeError('b')], 'several');
console.log(all.name, all.message, all.errors.map((e) => `${e.name} ${e.message}`));
console.log(high instanceof Error, all instanceof AggregateError, Object.prototype.toString.call(high));
