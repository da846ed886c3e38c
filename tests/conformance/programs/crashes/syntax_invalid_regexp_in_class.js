class A { r = /+/; }
