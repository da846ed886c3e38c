function f() { return g(await h()); }
