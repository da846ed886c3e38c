// A const assigned.
const fixed = 1;
try { fixed = 2; } catch (error) { console.log(error.name + ': ' + error.message); }
