// node: prefix, and the same object.
console.log(require('fs') === require('node:fs'), require('path').sep, require('module').builtinModules.includes('fs'));
console.log(require.resolve('fs'), require('util').types === require('util/types'), require('fs').promises === require('fs/promises'));
try { require('node:nope'); } catch (e) { console.log(e.code, e.message); }
