'use strict';
function count() {
  counter = 1;
}
count();
