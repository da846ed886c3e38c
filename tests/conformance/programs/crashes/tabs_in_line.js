function f() {
	const o = undefined;
		return	o.x;
}
f();
