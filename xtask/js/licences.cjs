// METADATA OUT ROOT PROGRAM …: writes OUT/crates.txt and OUT/npm.txt. Runs in the pinned node.
'use strict';
const fs = require('fs');
const path = require('path');

const [metadataFile, out, root, ...programs] = process.argv.slice(1);
const LICENCE = /^(licen[cs]e|copying|notice|copyright|unlicense)/i;

function texts(folder) {
  const files = fs.readdirSync(folder).filter((name) => LICENCE.test(name) && fs.statSync(path.join(folder, name)).isFile());
  return files.sort().map((name) => fs.readFileSync(path.join(folder, name), 'utf8').trim());
}

// One entry a text, since most packages share theirs word for word.
function write(file, packages) {
  const users = new Map();
  for (const { name, version, licence, folder } of packages) {
    const all = texts(folder);
    for (const text of all.length ? all : [`${licence} (the package carries no text of its own)`]) {
      const key = text.replace(/\s+/g, ' ');
      if (!users.has(key)) users.set(key, { text, names: [] });
      users.get(key).names.push(`${name} ${version} (${licence})`);
    }
  }
  const line = '-'.repeat(78);
  const entries = [...users.values()].map(({ text, names }) => `${names.join('\n')}\n\n${text}\n`);
  fs.writeFileSync(path.join(out, file), entries.join(`\n${line}\n\n`));
}

// The crates that are linked: normal dependencies, found from the programs down; procedural macros and build scripts stay behind.
const metadata = JSON.parse(fs.readFileSync(metadataFile, 'utf8'));
const byId = new Map(metadata.packages.map((entry) => [entry.id, entry]));
const nodes = new Map(metadata.resolve.nodes.map((node) => [node.id, node]));
const reached = new Set();
const visit = (id) => {
  if (reached.has(id)) return;
  reached.add(id);
  for (const dep of nodes.get(id).deps) if (dep.dep_kinds.some((kind) => kind.kind === null)) visit(dep.pkg);
};
const own = new Set(metadata.workspace_members);
for (const name of programs) {
  const id = metadata.workspace_members.find((member) => byId.get(member).name === name);
  if (!id) throw new Error(`the workspace has no package ${name}`);
  visit(id);
}
const crates = [...reached]
  .map((id) => byId.get(id))
  .filter((entry) => !own.has(entry.id) && !entry.targets.some((target) => target.kind.includes('proc-macro')))
  .sort((a, b) => (a.name < b.name ? -1 : 1))
  .map(({ name, version, license, manifest_path }) => ({ name, version, licence: license ?? 'see its text', folder: path.dirname(manifest_path) }));
write('crates.txt', crates);

// The npm packages that the editor's bundle can hold: those that package-lock.json does not mark as tools.
const lock = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
const npm = Object.entries(lock.packages)
  .filter(([where, entry]) => where && !entry.dev && !entry.devOptional)
  .map(([where, entry]) => ({ name: where.replace(/^.*node_modules\//, ''), version: entry.version, licence: entry.license, folder: path.join(root, where) }));
write('npm.txt', npm);
console.log(`licences of Node's library, ${crates.length} crates and ${npm.length} npm packages`);
