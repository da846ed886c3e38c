const scope = { f() { return this.g(); } };
with (scope) { f(); }
