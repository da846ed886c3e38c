class Base {}
class Derived extends Base {
  constructor() {
    super();
    super();
  }
}
new Derived();
