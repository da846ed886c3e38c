// A module runs once; exports is its object.
console.log('main starts');
const a = require('./lib/a');
const again = require('./lib/a.js');
console.log(a === again, a.name, a.count());
console.log(again.count(), require('./data.json').list);
