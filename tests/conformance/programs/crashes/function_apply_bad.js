function f() {}
f.apply(null, 5);
