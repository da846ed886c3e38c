const named = require('./named.mjs');
console.log(named, named.one);
const withDefault = require('./with_default.mjs');
console.log(withDefault, withDefault.default.name, withDefault.__esModule);
console.log(require('./module_exports.mjs'));
console.log(require('./named.mjs') === named);
try { require('./awaits.mjs'); } catch (error) { console.log(error.code); }
try { require('./throws.mjs'); } catch (error) { console.log(error.message); }
try { require('./throws.mjs'); } catch (error) { console.log(error.message); }
import('./named.mjs').then((namespace) => console.log('imported', namespace.one, namespace === named));
console.log('end');
