// functions: objects arrays templates regexps nested methods computedKeys spread numbers accessors holes
function objects(a) { return { a: 1, b: 'x', c: a, d: { e: a } }; }
function arrays(a) { return [1, 2, a, [a, 3], []]; }
function templates(a, b) { return `x${a}y${b}` + `${a}` + `plain` + `${a}${b}`; }
function regexps() { return /a+b/gi; }
function nested(a) { return { list: [1, { k: a }], o: {}, f: null }; }
function methods(a) { return { m() { return a; }, f: function () {}, g: x => x, a }; }
function computedKeys(k, v) { return { [k]: v, [k + 1]: 1, x: 2 }; }
function spread(o, a) { return [{ ...o, x: 1 }, [...a, 1], [0, ...a], { y: 2, ...o }]; }
function numbers() { return [0, 1, -1, 127, 128, -129, 40000, 3e9, 0.5, NaN, Infinity, 10n, true, false, null, undefined]; }
function accessors(v) { return { get x() { return v; }, set x(n) { v = n; }, y: v }; }
function holes(a) { return [, a, , 1]; }
objects(1); arrays(1); templates(1, 2); regexps(); nested(1); methods(1); computedKeys('a', 1); spread({}, []); numbers(); accessors(1); holes(1);
