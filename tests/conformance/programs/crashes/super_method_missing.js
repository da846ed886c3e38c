class Base {}
class Derived extends Base {
  run() {
    return super.run();
  }
}
new Derived().run();
