class A {
  static rename() { A = null; }
}
A.rename();
