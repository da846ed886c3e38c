try {
  throw new Error('first');
} finally {
  undefined.y;
}
