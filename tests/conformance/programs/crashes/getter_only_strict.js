'use strict';
class Circle {
  #r = 2;
  get area() { return Math.PI * this.#r ** 2; }
}
const circle = new Circle();
circle.area = 5;
