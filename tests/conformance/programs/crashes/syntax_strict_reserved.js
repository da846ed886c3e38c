'use strict';
const interface = 1;
