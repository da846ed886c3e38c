// Frames of evaluated texts: where they were evaluated, where they stand in their own text.
const top = (text, many) => console.log(text.split('\n').slice(0, many).join('\n'));
const caught = (run, many = 4) => { try { run(); } catch (error) { top(error.stack, many); } };
function f() { throw new Error('x'); }
caught(() => eval('f()'));
caught(() => (0, eval)('throw new Error("y")'));
caught(() => eval('\n\n  null.x'));
function outer() { return eval('(function named() { return new Error("in").stack; })()'); }
top(outer(), 4);
caught(() => eval('eval("throw new Error(1)")'));
caught(() => eval('//# sourceURL=mine.js\nthrow new Error(2)'), 2);
caught(() => eval('const o = { method() { return missing(); } };\no.method()'));
caught(() => eval('[1].map(function each() { undefined.x; })'));
for (const text of ['1; null.a', '22; null.b']) caught(() => eval(text), 2);
Error.prepareStackTrace = (error, sites) => sites.slice(0, 2).map((site) => [site.isEval(), site.getEvalOrigin(), site.getFileName(), site.getLineNumber(), site.getColumnNumber(), site.getFunctionName(), site.isNative(), site.isToplevel()].join(','));
console.log(eval('new Error().stack'));
console.log(eval('(function inner() { return new Error().stack; })()'));
