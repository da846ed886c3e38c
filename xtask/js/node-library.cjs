// Runs in the pinned node with --expose-internals: OUT IDS. See src/node_library.rs for the format.
'use strict';
const fs = require('fs');
const vm = require('vm');
const acorn = require('internal/deps/acorn/acorn/dist/acorn');

const [out, wanted] = process.argv.slice(1);
const natives = process.binding('natives');

// Sources are function bodies, so `return` may stand at the top.
const parse = (source, onComment) => {
  const tokens = [];
  const options = { ecmaVersion: 'latest', sourceType: 'script', allowReturnOutsideFunction: true, allowHashBang: true, locations: true, onToken: tokens, onComment };
  acorn.parse(source, options);
  return tokens;
};

// What Node hands to each kind of module (lib/internal/bootstrap/realm.js and src/node_builtins.cc).
function parameters(id) {
  if (id.startsWith('internal/bootstrap/realm')) return ['process', 'getLinkedBinding', 'getInternalBinding', 'primordials'];
  if (id.startsWith('internal/per_context/')) return ['exports', 'primordials', 'privateSymbols', 'perIsolateSymbols'];
  return ['exports', 'require', 'module', 'process', 'internalBinding', 'primordials'];
}

// Comments go, but for those in lines that a crash shows; line feeds in them stay, and what stands to their right keeps its column.
function withoutComments(source) {
  const comments = [];
  const before = parse(source, comments);
  let text = '';
  let at = 0;
  for (const { start, end } of comments) {
    // A crash shows the line that throws, or that gives a rejection up, with what stands behind it.
    if (/^.*\b(throw|triggerUncaughtException)\b.*$/.test(source.slice(source.lastIndexOf('\n', start) + 1, start))) continue;
    text += source.slice(at, start) + source.slice(start, end).replace(/[^\n]/g, ' ');
    at = end;
  }
  text = (text + source.slice(at)).replace(/[ \t]+$/gm, (spaces, offset) => (insideToken(before, offset) ? spaces : ''));
  const same = (a, b) => a.type === b.type && a.value === b.value && a.loc.start.line === b.loc.start.line && a.loc.start.column === b.loc.start.column;
  const after = parse(text);
  const value = (token) => ({ type: token.type.label, loc: token.loc, value: token.value?.pattern ?? token.value });
  if (before.length !== after.length || !before.every((token, i) => same(value(token), value(after[i])))) {
    throw new Error('taking the comments out changed the tokens');
  }
  return text;
}

// Whether `offset` lies in a template or a string, where spaces at a line's end mean something.
function insideToken(tokens, offset) {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle].end <= offset) low = middle + 1;
    else high = middle;
  }
  return low < tokens.length && tokens[low].start <= offset;
}

// The ids that a module requires as it loads, not first when one of its functions is called.
function requiredAtOnce(source) {
  const ids = [];
  const walk = (node) => {
    if (Array.isArray(node)) return node.forEach(walk);
    if (!node || typeof node !== 'object' || /Function/.test(node.type)) return;
    if (node.type === 'CallExpression' && node.callee.name === 'require' && node.arguments[0]?.type === 'Literal') ids.push(node.arguments[0].value);
    Object.values(node).forEach(walk);
  };
  walk(acorn.parse(source, { ecmaVersion: 'latest', allowReturnOutsideFunction: true }));
  return ids;
}

const kept = new Set();
function keep(id, user) {
  if (kept.has(id)) return;
  if (typeof natives[id] !== 'string') throw new Error(`this node has no module ${id} (wanted by ${user})`);
  kept.add(id);
  for (const required of requiredAtOnce(natives[id])) keep(required, id);
}
for (const id of wanted.split(',')) keep(id, 'xtask/src/node_library.rs');
const ids = [...kept].sort();

const parts = [];
const number = (n) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(n);
  parts.push(bytes);
};
const words = (text) => {
  const bytes = Buffer.from(text, 'utf8');
  number(bytes.length);
  parts.push(bytes);
};

let raw = 0;
number(ids.length + 1);
for (const id of ids) {
  let source;
  try {
    source = withoutComments(natives[id]);
    vm.compileFunction(source, parameters(id));
  } catch (error) {
    throw new Error(`${id}: ${error.message}`);
  }
  raw += natives[id].length;
  words(id);
  words(source);
}
// `bindingsData` is prepended by the caller: this script runs by `node -e`, without a folder to require from.
words('data/bindings.json');
words(bindingsData(require('internal/test/binding').internalBinding));
const body = Buffer.concat(parts);
fs.writeFileSync(out, body);

const kb = (n) => `${Math.round(n / 1000)} kB`;
console.log(`${ids.length} of ${Object.keys(natives).length} modules of node ${process.versions.node}: ${kb(raw)} as they are, ${kb(body.length)} without comments`);
