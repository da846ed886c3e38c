class A { static get value() { return 1; } }
'use strict';
(function () { 'use strict'; A.value = 2; })();
