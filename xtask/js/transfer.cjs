// DIST: prints what a browser downloads, in kB of brotli (quality 11). Runs in the pinned node.
'use strict';
const fs = require('fs');
const path = require('path');
const zlib = require('zlib');

const [dist] = process.argv.slice(1);
const list = (folder) => (fs.existsSync(folder) ? fs.readdirSync(folder, { withFileTypes: true }) : [])
  .filter((entry) => entry.isFile()).map((entry) => path.join(folder, entry.name)).sort();
const brotli = (file) => zlib.brotliCompressSync(fs.readFileSync(file), {
  params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_LGWIN]: 24 },
}).length;
const named = (files, pattern) => files.filter((file) => pattern.test(path.basename(file)));

// The page starts with the first lesson of the catalogue; index.html may name its trace, else it is the lifecycle's.
const page = list(dist);
const engine = list(path.join(dist, 'engine'));
const traces = list(path.join(dist, 'lessons'));
const start = named(traces, /lifecycle/).slice(0, 1);
const rows = [
  ['page: html, css, js, app wasm', page.filter((file) => !/^editor/.test(path.basename(file)))],
  ['the first lesson\'s trace', start],
  ['page, ready to play', [...page.filter((file) => !/^editor/.test(path.basename(file))), ...start], 220],
  ['editor', named(page, /^editor/)],
  ['engine wasm', named(engine, /\.wasm$/), 1400],
  ['engine\'s worker script', named(engine, /\.js$/)],
  ['Node 24\'s library', named(engine, /^node-24\b.*\.bin$/), 450],
  ['of it compiled', named(engine, /^node-24\b.*\.code$/)],
  [`all ${traces.length} lessons' traces`, traces],
];

for (const [what, files, target] of rows) {
  const size = files.length ? (files.reduce((sum, file) => sum + brotli(file), 0) / 1000) : undefined;
  const against = target === undefined ? '' : `   target ≤ ${target} kB${size === undefined ? '' : size <= target ? ': met' : ': MISSED'}`;
  console.log(`   ${(size === undefined ? 'not there' : `${size.toFixed(1)} kB`).padStart(12)}  ${what}${against}`);
}
