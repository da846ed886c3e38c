const lodash = require('lodash-does-not-exist');
