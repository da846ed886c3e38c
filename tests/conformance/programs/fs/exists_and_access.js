// existsSync, access with modes, and the deprecated exists.
const fs = require('fs');
console.log(fs.existsSync('hello.txt'), fs.existsSync('nope'), fs.existsSync());
fs.access('hello.txt', fs.constants.R_OK, (error) => {
  console.log(error);
  fs.access('nope', fs.constants.F_OK, (error) => console.log(error.code, error.message));
});
