function area(width = height, height = 2) {
  return width * height;
}
area();
