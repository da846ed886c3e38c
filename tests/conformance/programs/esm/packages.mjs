import main from 'pkg';
import sub from 'pkg/sub';
import { mode } from 'dual';
import { createRequire } from 'node:module';
console.log(main, sub, mode);
const require = createRequire(import.meta.url);
console.log(require('dual').mode, require('pkg'));
try { await import('pkg/hidden.mjs'); } catch (error) { console.log(error.code); }
console.log(await import('#inner').catch((error) => error.code));
