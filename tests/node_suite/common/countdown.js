// Calls back when `dec` was called so many times; a test that ends before fails.
'use strict';
const assert = require('assert');
const common = require('./index.js');

module.exports = class Countdown {
  #left;
  #callback;
  constructor(limit, callback) {
    assert.strictEqual(typeof limit, 'number');
    assert.strictEqual(typeof callback, 'function');
    this.#left = limit;
    this.#callback = common.mustCall(callback);
  }
  dec() {
    assert(this.#left > 0, 'Countdown expired');
    if (--this.#left === 0) this.#callback();
    return this.#left;
  }
  get remaining() { return this.#left; }
};
