// Where functions stand that `eval`, `new Function` and `vm` made.
const vm = require("vm");
const first = (error, count = 1) => error.stack.split("\n").filter((line) => line.startsWith("    at ")).slice(0, count).join("\n");
const caught = (run, count) => { try { run(); } catch (error) { console.log(first(error, count)); } };
caught(() => eval("1; function f() { null.x } f()"), 2);
caught(() => eval("1;\n function f() { throw new Error() }\n f()"), 2);
caught(new Function("a", "\n a.b.c"));
caught(new Function("return function inner() { null.x }")());
caught(() => vm.runInThisContext("1;\n null.x"));
caught(() => vm.runInNewContext("function q() { undefined() };\n q()", {}, "given.js"), 2);
console.log(String(new Function("a", "b", "return a + b")));
