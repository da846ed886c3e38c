'use strict';
function f() { return arguments.callee; }
f();
