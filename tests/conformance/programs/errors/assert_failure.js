// assert throws an AssertionError with a code.
const assert = require('assert');
try { assert.strictEqual(1, 2); } catch (error) { console.log(error.name, error.code, error.actual, error.expected, error.operator, error.generatedMessage); }
try { assert(false, 'said so'); } catch (error) { console.log(error.message); }
try { assert.throws(() => {}); } catch (error) { console.log(error.message); }
assert.deepStrictEqual({ a: [1, 2] }, { a: [1, 2] });
console.log('equal');
