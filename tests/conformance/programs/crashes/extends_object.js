const Base = { run() {} };
class Derived extends Base {}
