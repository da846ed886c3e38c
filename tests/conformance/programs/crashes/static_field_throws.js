class Registry {
  static items = lookup.all();
}
