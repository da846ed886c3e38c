class Person {
  set age(value) {
    if (value < 0) throw new RangeError('age must be positive');
  }
}
const p = new Person();
p.age = -1;
