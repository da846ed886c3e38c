const validator = new Proxy({}, {
  set(target, key, value) {
    if (!Number.isInteger(value)) throw new TypeError('The age is not an integer');
    target[key] = value;
    return true;
  },
});
validator.age = 100;
validator.age = 'young';
