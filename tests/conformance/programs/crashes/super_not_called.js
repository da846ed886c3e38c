class Base {}
class Derived extends Base {
  constructor() {
    this.name = 'derived';
  }
}
new Derived();
