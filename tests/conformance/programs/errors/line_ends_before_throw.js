/* a
b cd */ const o = { toString() { return "e"; } };   throw { o: 1 };