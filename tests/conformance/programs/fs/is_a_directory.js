// Reading a folder, listing a file.
const fs = require('fs');
fs.readFile('folder', (error) => {
  console.log(error.code, error.syscall, error.message);
  fs.readdir('hello.txt', (error) => {
    console.log(error.code, error.syscall);
    try { fs.writeFileSync('nope/x.txt', ''); } catch (error) { console.log(error.code); }
  });
});
