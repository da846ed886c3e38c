// Folders: made, made again, made recursively, removed.
const fs = require('fs');
fs.mkdirSync('new');
try { fs.mkdirSync('new'); } catch (error) { console.log(error.code, error.message); }
fs.mkdirSync('new/deep/deeper', { recursive: true });
console.log(fs.existsSync('new/deep/deeper'));
try { fs.rmdirSync('new'); } catch (error) { console.log(error.code, error.syscall); }
fs.rmSync('new', { recursive: true });
console.log(fs.existsSync('new'));
