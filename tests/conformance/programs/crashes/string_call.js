'use strict';
'abc'();
