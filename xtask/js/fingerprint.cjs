// DIST: renames each file that only other files name to NAME-HASH.EXT, and mends the names there, so that a browser
// never mixes two versions of the page. Runs in the pinned node. Prints the sizes.
'use strict';
const fs = require('fs');
const path = require('path');
const { createHash } = require('crypto');

const [dist] = process.argv.slice(1);
const file = (name) => path.join(dist, name);

// From the leaves up: a file's hash covers the names in it. [file, the files that name it].
const FILES = [
  ['app.css', ['index.html']],
  ['app_bg.wasm', ['app.js', 'boot.js', 'index.html']],
  ['app.js', ['boot.js', 'index.html']],
  ['editor.js', ['boot.js']],
  ['boot.js', ['index.html']],
  ['engine/engine.wasm', ['engine/worker.js']],
  ...fs.readdirSync(file('engine')).filter((name) => /^node-.*\.(bin|code)$/.test(name)).map((name) => [`engine/${name}`, ['engine/worker.js']]),
];

for (const [name, users] of FILES) {
  if (!fs.existsSync(file(name))) continue;
  const base = path.basename(name);
  const hash = createHash('sha256').update(fs.readFileSync(file(name))).digest('hex').slice(0, 12);
  const fresh = base.replace(/(\.\w+)$/, `-${hash}$1`);
  const mention = new RegExp(`(?<=["'\`(/=])${base.replaceAll('.', '\\.')}(?=["'\`)?# >])`, 'g');
  let mentioned = false;
  for (const user of users) {
    if (!fs.existsSync(file(user))) continue;
    const text = fs.readFileSync(file(user), 'utf8');
    if (!mention.test(text)) continue;
    mentioned = true;
    fs.writeFileSync(file(user), text.replace(mention, fresh));
  }
  // Nobody names it: it keeps its name rather than get lost.
  if (mentioned) fs.renameSync(file(name), path.join(path.dirname(file(name)), fresh));
}

const list = (folder) => fs.readdirSync(folder, { withFileTypes: true })
  .flatMap((entry) => (entry.isDirectory() ? list(path.join(folder, entry.name)) : path.join(folder, entry.name)));
for (const name of list(dist).sort()) {
  const size = fs.statSync(name).size;
  console.log(`   ${String(Math.ceil(size / 1000)).padStart(6)} kB  ${path.relative(dist, name)}`);
}
