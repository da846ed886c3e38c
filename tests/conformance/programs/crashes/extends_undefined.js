let Base;
class Derived extends Base {}
