const pause = Atomics.wait.bind(null, new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0.05);
class Animal { constructor(name) { this.name = name; } }
class Dog extends Animal {}
function make(name) { return new Dog(name); }
for (let i = 0; i < 1200; i++) { make('rex'); pause(); }
