// A broken JSON file.
try { require('./broken.json'); } catch (e) { console.log(e.name, e instanceof SyntaxError, e.message.includes('broken.json')); }
