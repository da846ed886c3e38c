// Names, sorted as the disk gives them; types when asked for.
const fs = require('fs');
fs.readdir('folder', (error, names) => {
  console.log(names.sort());
  fs.readdir('folder', { withFileTypes: true }, (error, entries) => {
    console.log(entries.map((e) => `${e.name}:${e.isDirectory() ? 'folder' : 'file'}`).sort());
    fs.readdir('nope', (error) => console.log(error.code, error.syscall));
  });
});
