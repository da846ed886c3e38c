// What Node makes an async resource for, by its type, and when their callbacks are told of.
const { createHook } = require('node:async_hooks');
const crypto = require('node:crypto');
const dns = require('node:dns');
const fs = require('node:fs');
const zlib = require('node:zlib');

const say = (...words) => fs.writeSync(1, `${words.join(' ')}\n`);
const types = new Map();
const told = (what) => (id) => { if (types.has(id)) say(what, types.get(id)); };
createHook({
  init(id, type) {
    if (/TickObject|PROMISE$|Immediate|Timeout/.test(type) && type !== 'FSREQPROMISE') return;
    types.set(id, type);
    say('init', id, type);
  },
  before: told('before'),
  after: told('after'),
}).enable();

const steps = {
  pbkdf2: (next) => crypto.pbkdf2('a', 'b', 1, 8, 'sha1', next),
  scrypt: (next) => crypto.scrypt('a', 'b', 8, next),
  randomFill: (next) => crypto.randomFill(Buffer.alloc(4), next),
  gzip: (next) => zlib.gzip('hello', next),
  lookup: (next) => dns.lookup('localhost', next),
  readFile: (next) => fs.readFile(__filename, next),
  mkdir: (next) => fs.mkdir('/nowhere/at/all', next),
  stat: (next) => fs.promises.stat(__filename).then(next),
};
const names = Object.keys(steps);
(function go() {
  const name = names.shift();
  if (name === undefined) return;
  say('--', name);
  steps[name](() => setImmediate(go));
})();
