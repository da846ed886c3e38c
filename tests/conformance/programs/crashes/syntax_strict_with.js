'use strict';
with ({}) {}
