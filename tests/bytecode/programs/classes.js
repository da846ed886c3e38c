// functions: makes A getName B derivedField makesFields D
function makes() { class K { constructor(a) { this.a = a; } get() { return this.a; } static s() { return K; } } return new K(1).get(); }
class A { constructor(x) { this.x = x; } getName() { return this.x; } }
class B extends A { constructor(y) { super(y); this.y = y; } derivedField() { return super.getName() + this.y; } }
function makesFields(k) { return class { a = 1; b = this.a; ['m' + k]() {} static c = k; }; }
class D extends A {}
makes(); new B(1).derivedField(); new (makesFields('z'))(); new D(1);
