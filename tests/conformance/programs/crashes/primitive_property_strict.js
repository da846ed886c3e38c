'use strict';
const text = 'abc';
text.size = 3;
