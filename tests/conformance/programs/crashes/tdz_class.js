const rect = new Rectangle(2, 3);
class Rectangle {
  constructor(w, h) {
    this.w = w;
    this.h = h;
  }
}
