class A {}
new A?.();
