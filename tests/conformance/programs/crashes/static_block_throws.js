class Config {
  static {
    throw new Error('cannot configure');
  }
}
