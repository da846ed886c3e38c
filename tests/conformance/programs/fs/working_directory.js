// Relative paths follow process.chdir; its errors name both directories.
const fs = require('fs');
const path = require('path');
const home = process.cwd();
const here = () => path.relative(home, process.cwd()) || '.';
fs.mkdirSync('a/b', { recursive: true });
fs.writeFileSync('file', 'top');
process.chdir('a/b');
console.log(here(), fs.existsSync('file'), fs.readFileSync('../../file', 'utf8'));
fs.writeFileSync('inner', 'x');
process.chdir('..');
console.log(here(), fs.readdirSync('b'), path.resolve('b') === path.join(home, 'a/b'));
for (const target of ['nope', '../file']) {
  try {
    process.chdir(target);
  } catch (error) {
    console.log(error.name, error.message.replaceAll(home, 'HOME'), Object.keys(error), error.syscall, error.dest);
  }
}
fs.symlinkSync('b', 'link');
process.chdir('link');
console.log(here());
fs.readFile('inner', 'utf8', (error, text) => {
  console.log(text);
  process.chdir(home);
  fs.promises.readFile('a/b/inner', 'utf8').then(console.log);
});
