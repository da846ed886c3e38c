'use strict';
  total = 5;
console.log(total);
