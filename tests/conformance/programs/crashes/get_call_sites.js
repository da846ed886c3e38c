const { getCallSites } = require('node:util');
function outer() { return inner(); }
function inner() { return getCallSites(3); }
for (const site of outer()) {
  console.log(site.functionName, site.lineNumber, site.column, site.scriptName === __filename);
}
