console.log('begin');
const fs = require('fs');
