// feedback
class A { m() { return 1; } }
class B extends A { n() { return 2; } }
function call(o) { return o.m(); }
call(new A()); call(new A());
function call2(o) { return o.m(); }
call2(new A()); call2(new B());
