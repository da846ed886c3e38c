const fs = require('node:fs');
fs.readFileSync('./missing.txt', 'utf8');
