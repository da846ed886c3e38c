'use strict';
const guarded = new Proxy({}, {
  set(target, key, value) {
    return typeof value === 'number';
  },
});
guarded.age = 5;
guarded.age = 'old';
