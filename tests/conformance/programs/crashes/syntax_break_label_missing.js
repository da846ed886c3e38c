while (true) { break out; }
