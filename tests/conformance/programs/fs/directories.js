// Directories: opendir in its three forms, recursive listings, file types.
const fs = require('fs');
fs.mkdirSync('root/b/deep', { recursive: true });
fs.mkdirSync('root/empty');
fs.writeFileSync('root/a.txt', 'a');
fs.writeFileSync('root/b/c.txt', 'c');
fs.symlinkSync('a.txt', 'root/link');
fs.symlinkSync('b', 'root/linkdir');
const kind = (entry) => (entry.isFile() ? 'file' : entry.isDirectory() ? 'directory' : entry.isSymbolicLink() ? 'link' : 'other');
console.log(fs.readdirSync('root'));
console.log(fs.readdirSync('root', { withFileTypes: true }).map((entry) => `${entry.parentPath} ${entry.name} ${kind(entry)}`));
console.log(fs.readdirSync('root', { encoding: 'buffer' }));
console.log(fs.readdirSync(Buffer.from('root'), 'hex'));
console.log(fs.readdirSync('root', { recursive: true }).sort());
console.log(fs.readdirSync('root', { recursive: true, withFileTypes: true }).map((entry) => `${entry.parentPath}/${entry.name}`).sort());
const dir = fs.opendirSync('root');
console.log(dir.path);
const names = [];
for (let entry; (entry = dir.readSync()) !== null;) names.push(`${entry.name}:${kind(entry)}`);
console.log(names.sort());
dir.closeSync();
try { dir.readSync(); } catch (error) { console.log(error.code, error.message); }
fs.opendir('root', { bufferSize: 2 }, (error, dir) => {
  const seen = [];
  (function more() {
    dir.read((error, entry) => {
      if (entry) { seen.push(entry.name); return more(); }
      console.log('callback', error, seen.sort());
      dir.close((error) => {
        console.log('closed', error);
        promises();
      });
    });
  })();
});
async function promises() {
  const seen = [];
  for await (const entry of await fs.promises.opendir('root')) seen.push(entry.name);
  console.log('iterated', seen.sort());
  const deep = [];
  for await (const entry of await fs.promises.opendir('root', { recursive: true })) deep.push(`${entry.parentPath}/${entry.name}`);
  console.log(deep.sort());
  console.log(await fs.promises.readdir('root', { withFileTypes: true }).then((entries) => entries.map(kind)));
  console.log((await fs.promises.readdir('root', { recursive: true })).sort());
  const temporary = await fs.promises.mkdtemp('tmp-');
  console.log(temporary.length, fs.statSync(temporary).isDirectory(), (fs.statSync(temporary).mode & 0o777).toString(8));
  fs.rmdirSync(temporary);
  await fs.promises.rm('root', { recursive: true });
  console.log(fs.existsSync('root'));
}
