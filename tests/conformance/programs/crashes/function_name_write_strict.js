'use strict';
const f = function inner() { inner = 1; };
f();
