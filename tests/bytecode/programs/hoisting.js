// functions: blockFunction inLoop twice varInCatch letSwitch nestedBlocks loopVar capturedLoop whileCaptured tdz defaultsCaptured argumentsArrow deepContext
function blockFunction(a) { if (a) { function g() { return a; } return g(); } return typeof g; }
function inLoop(n) { let r; for (let i = 0; i < n; i++) { const f = () => i; r = f; } return r; }
function twice(a) { var a = a || 1; var b = 1; var b = 2; return () => a + b; }
function varInCatch(f) { try { f(); } catch (e) { var x = e; } return x; }
function letSwitch(x) { let r = 0; switch (x) { case 1: { let y = x; r = y; } case 2: r++; } return r; }
function nestedBlocks(f) { { let a = 1; { let b = 2; f(() => a + b); { let c = 3; f(() => c); } } } }
function loopVar(n) { var fs = []; for (var i = 0; i < n; i++) fs.push(() => i); return fs; }
function capturedLoop(n, f) { for (let i = 0, j = n; i < j; i++, j--) { f(() => i + j); if (i === 1) continue; if (j === 9) break; } }
function whileCaptured(n, f) { while (n--) { const k = n; f(() => k); } }
function tdz(f) { f(() => a); const a = 1; let b = a; { f(b); let c = b; b = c; } class K {} return new K(a, b); }
function defaultsCaptured(a, b = () => a) { var c = a; return b() + c; }
function argumentsArrow() { return (() => arguments[0])(); }
function deepContext(a) { let b = a; return () => { let c = b; return () => { let d = c + b + a; return () => d + c + b + a; }; }; }
blockFunction(1); inLoop(1); twice(1); varInCatch(() => {}); letSwitch(1); nestedBlocks(() => {}); loopVar(1); capturedLoop(3, () => {}); whileCaptured(1, () => {}); tdz(() => {}); defaultsCaptured(1); argumentsArrow(1); deepContext(1);
