@decorator
class A {}
