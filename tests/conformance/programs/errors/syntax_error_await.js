// await outside async in a script with require.
const fs = require('fs');
function f() { await fs; }
