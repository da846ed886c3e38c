console.log(import.meta.url);
const x = require('fs');
