// The `test/common` that files of Node's own suite ask for, as far as they need no child processes: written for the machine, which has neither those nor a network.
'use strict';
const process = globalThis.process;
const assert = require('assert');
const fs = require('fs');
const path = require('path');
const { inspect } = require('util');

if (require('worker_threads').isMainThread) process.umask(0o022);

const hasCrypto = Boolean(process.versions.openssl);
const isWindows = process.platform === 'win32';

// — globals that a test leaves behind —
const knownGlobals = new Set(Object.keys(globalThis));
const allowedValues = new Set();
function allowGlobals(...values) {
  for (const value of values) allowedValues.add(value);
}
process.on('exit', () => {
  if (process.env.NODE_TEST_KNOWN_GLOBALS === '0') return;
  const leaked = [];
  for (const name in globalThis)
    if (!knownGlobals.has(name) && !allowedValues.has(globalThis[name])) leaked.push(name);
  if (leaked.length > 0) assert.fail(`Unexpected global(s) found: ${leaked.join(', ')}`);
});

// — functions that have to be called —
const expectations = [];
function checkCalls(exitCode) {
  if (exitCode !== 0) return;
  const unmet = expectations.filter((expectation) => !expectation.met());
  unmet.forEach(({ name, wanted, actual, stack }) => {
    console.log('Mismatched %s function calls. Expected %s, actual %d.', name, wanted, actual);
    console.log(stack.split('\n').slice(2).join('\n'));
  });
  if (unmet.length > 0) process.exit(1);
}

function counted(callback, wanted, met) {
  if (process._exiting) throw new Error('Cannot use common.mustCall*() in process exit handler');
  const expectation = {
    name: callback.name || '<anonymous>',
    wanted,
    actual: 0,
    stack: inspect(new Error()),
    met() { return met(this.actual); },
  };
  if (expectations.length === 0) process.on('exit', checkCalls);
  expectations.push(expectation);
  const wrapper = function() {
    expectation.actual++;
    return callback.apply(this, arguments);
  };
  // What the program may look at of a callback.
  ['name', 'length'].forEach((key) => {
    Object.defineProperty(wrapper, key, { value: callback[key], writable: false, enumerable: false, configurable: true });
  });
  return wrapper;
}

// Nothing here may iterate: tests take iterators away.
function mustCall(callback, times = 1) {
  if (typeof callback === 'number') return mustCall(undefined, callback);
  if (typeof times !== 'number') throw new TypeError(`Invalid exact value: ${times}`);
  return counted(callback ?? (() => {}), `exactly ${times}`, (actual) => actual === times);
}

function mustCallAtLeast(callback, times = 1) {
  if (typeof callback === 'number') return mustCallAtLeast(undefined, callback);
  if (typeof times !== 'number') throw new TypeError(`Invalid minimum value: ${times}`);
  return counted(callback ?? (() => {}), `at least ${times}`, (actual) => actual >= times);
}

function mustSucceed(callback, times) {
  return mustCall(function(error, ...rest) {
    assert.ifError(error);
    if (typeof callback === 'function') return callback.apply(this, rest);
  }, times);
}

/** `file:line` of whoever called the function that asks. */
function callSite() {
  const lines = new Error().stack.split('\n');
  return /\(?([^()\s]+:\d+):\d+\)?$/.exec(lines[3] ?? '')?.[1] ?? 'unknown';
}

function mustNotCall(message) {
  const site = callSite();
  return function mustNotCall(...args) {
    const given = args.length > 0 ? `\ncalled with arguments: ${args.map((arg) => inspect(arg)).join(', ')}` : '';
    assert.fail(`${message || 'function should not have been called'} at ${site}${given}`);
  };
}

// — objects that must stay as they are —
const readOnlyViews = new WeakMap();
const REFUSED = ['defineProperty', 'deleteProperty', 'set', 'setPrototypeOf', 'preventExtensions'];
function mustNotMutateObjectDeep(original) {
  if (original === null || typeof original !== 'object') return original;
  if (ArrayBuffer.isView(original) || original instanceof ArrayBuffer || original instanceof Map || original instanceof Set) return original;
  const known = readOnlyViews.get(original);
  if (known) return known;
  const handler = { __proto__: null };
  for (const trap of REFUSED)
    handler[trap] = (target, property) => assert.fail(`Expected no side effects, got ${inspect(property)} ${trap}`);
  handler.get = (target, property, receiver) => mustNotMutateObjectDeep(Reflect.get(target, property, receiver));
  const view = new Proxy(original, handler);
  readOnlyViews.set(original, view);
  return view;
}

// — errors and warnings —
function expectsError(validator, times) {
  return mustCall((...args) => {
    if (args.length !== 1) assert.fail(`Expected one argument, got ${inspect(args)}`);
    const [error] = args;
    assert.strictEqual(Object.prototype.propertyIsEnumerable.call(error, 'message'), false);
    assert.throws(() => { throw error; }, validator);
    return true;
  }, times);
}

const expectedWarnings = new Map();
function listWarnings(expected, code) {
  if (typeof expected === 'string') return [[expected, code]];
  if (!Array.isArray(expected)) return Object.entries(expected).map(([key, message]) => [message, key]);
  return Array.isArray(expected[0]) || expected.length === 0 ? [...expected] : [[expected[0], expected[1]]];
}
function expectOneKind(name, expected, code) {
  const list = listWarnings(expected, code);
  if (name === 'DeprecationWarning')
    for (const [message, its] of list)
      if (!its) throw new TypeError(`A DeprecationWarning needs its code: ${message}`);
  return mustCall((warning) => {
    const entry = list.shift();
    if (!entry) assert.fail(`Unexpected extra warning received: ${warning}`);
    const [message, its] = entry;
    assert.strictEqual(warning.name, name);
    if (typeof message === 'string') assert.strictEqual(warning.message, message);
    else assert.match(warning.message, message);
    assert.strictEqual(warning.code, its);
  }, list.length);
}
function expectWarning(nameOrMap, expected, code) {
  if (expectedWarnings.size === 0) {
    process.on('warning', (warning) => {
      const check = expectedWarnings.get(warning.name);
      if (!check) throw new TypeError(`"${warning.name}" was triggered without being expected.\n${inspect(warning)}`);
      check(warning);
    });
  }
  const kinds = typeof nameOrMap === 'string' ? [[nameOrMap, expected, code]] : Object.entries(nameOrMap);
  for (const [name, list, its] of kinds) expectedWarnings.set(name, expectOneKind(name, list, its));
}

/** The end of a message about an argument of a wrong type. */
function invalidArgTypeHelper(input) {
  if (input == null) return ` Received ${input}`;
  if (typeof input === 'function') return ` Received function ${input.name}`;
  if (typeof input === 'object') {
    const name = input.constructor?.name;
    return name ? ` Received an instance of ${name}` : ` Received ${inspect(input, { depth: -1 })}`;
  }
  let shown = inspect(input, { colors: false });
  if (shown.length > 28) shown = `${shown.slice(0, 25)}...`;
  return ` Received type ${typeof input} (${shown})`;
}

// — leaving a test out —
function printSkipMessage(reason) {
  console.log(`1..0 # Skipped: ${reason}`);
}
function skip(reason) {
  printSkipMessage(reason);
  process.exit(0);
}
const skipUnless = (has, reason) => () => { if (!has) skip(reason); };

// — values of many kinds —
const VIEWS = [
  Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array, BigInt64Array, BigUint64Array, DataView,
];
function getArrayBufferViews({ buffer, byteOffset, byteLength }) {
  const fitting = VIEWS.filter(({ BYTES_PER_ELEMENT = 1 }) => byteLength % BYTES_PER_ELEMENT === 0);
  return fitting.map((View) => new View(buffer, byteOffset, byteLength / (View.BYTES_PER_ELEMENT ?? 1)));
}
const getBufferSources = (bytes) => [...getArrayBufferViews(bytes), new Uint8Array(bytes).buffer];

function runWithInvalidFD(callback) {
  for (let fd = 1 << 30; fd > 0; fd--) {
    try {
      fs.fstatSync(fd);
    } catch {
      return callback(fd);
    }
  }
  printSkipMessage('Could not generate an invalid fd');
}

// — what other processes would do —
const spawnPromisified = (...args) => new Promise((resolve, reject) => {
  const { spawn } = require('child_process');
  const child = spawn(...args);
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr']) {
    child[name].setEncoding('utf8');
    child[name].on('data', (text) => { said[name] += text; });
  }
  child.on('close', (code, signal) => resolve({ code, signal, ...said }));
  child.on('error', (code, signal) => reject({ code, signal, ...said }));
});

function escapePOSIXShell(parts, ...values) {
  const env = { ...process.env };
  let command = parts[0];
  values.forEach((value, index) => {
    env[`ESCAPED_${index}`] = value;
    command += `\${ESCAPED_${index}}${parts[index + 1]}`;
  });
  return [command, { env }];
}

function nodeProcessAborted(exitCode, signal) {
  return signal === null ? [132, 133, 134].includes(exitCode) : ['SIGILL', 'SIGTRAP', 'SIGABRT'].includes(signal);
}

function isAlive(pid) {
  try {
    process.kill(pid, 'SIGCONT');
    return true;
  } catch {
    return false;
  }
}

function parseTestFlags(filename = process.argv[1]) {
  const flags = /^\/\/ Flags:\s+(--.*)$/m.exec(fs.readFileSync(filename, 'utf8').slice(0, 1500));
  return flags ? flags[1].trim().split(/\s+/) : [];
}

// — modules by `require` —
function expectRequiredModule(namespace, expected, checkESModule = true) {
  const { isModuleNamespaceObject } = require('util/types');
  const own = { ...namespace };
  if (Object.hasOwn(namespace, 'default') && checkESModule) {
    assert.strictEqual(namespace.__esModule, true);
    delete own.__esModule;
  }
  assert(isModuleNamespaceObject(namespace));
  assert.deepStrictEqual(own, { ...expected });
}
function expectRequiredTLAError(error) {
  const message = /require\(\) cannot be used on an ESM graph with top-level await/;
  if (typeof error === 'string') {
    assert.match(error, /ERR_REQUIRE_ASYNC_MODULE/);
    assert.match(error, message);
  } else {
    assert.strictEqual(error.code, 'ERR_REQUIRE_ASYNC_MODULE');
    assert.match(error.message, message);
  }
}

module.exports = {
  allowGlobals,
  buildType: process.config.target_defaults?.default_configuration ?? 'Release',
  canCreateSymLink: () => true,
  childShouldThrowAndAbort: () => { require('child_process').exec(''); },
  defaultAutoSelectFamilyAttemptTimeout: 2500,
  escapePOSIXShell,
  expectRequiredModule,
  expectRequiredTLAError,
  expectWarning,
  expectsError,
  getArrayBufferViews,
  getBufferSources,
  getTTYfd: () => -1,
  hasCrypto,
  hasFullICU: true,
  hasInspector: Boolean(process.features.inspector),
  hasIntl: Boolean(process.config.variables.v8_enable_i18n_support),
  hasOpenSSL3: hasCrypto,
  hasQuic: false,
  hasSQLite: Boolean(process.versions.sqlite),
  invalidArgTypeHelper,
  isAIX: false,
  isASan: false,
  isAlive,
  isDebug: false,
  isFreeBSD: process.platform === 'freebsd',
  isIBMi: false,
  isInsideDirWithUnusualChars: /[%\\$\n\r\t]/.test(__dirname),
  isLinux: process.platform === 'linux',
  isLinuxPPCBE: false,
  isMacOS: process.platform === 'darwin',
  isMainThread: true,
  isOSX: process.platform === 'darwin',
  isOpenBSD: process.platform === 'openbsd',
  isPi: () => false,
  isRiscv64: process.arch === 'riscv64',
  isSunOS: process.platform === 'sunos',
  isWindows,
  localIPv6Hosts: ['localhost'],
  localhostIPv4: '127.0.0.1',
  inFreeBSDJail: false,
  PORT: 12346,
  mustCall,
  mustCallAtLeast,
  mustNotCall,
  mustNotMutateObjectDeep,
  mustSucceed,
  nodeProcessAborted,
  parseTestFlags,
  platformTimeout: (milliseconds) => milliseconds,
  printSkipMessage,
  pwdCommand: ['pwd', []],
  requireNoPackageJSONAbove() {},
  runWithInvalidFD,
  skip,
  skipIf32Bits() {},
  skipIfDumbTerminal() {},
  skipIfEslintMissing: skipUnless(false, 'missing ESLint'),
  skipIfInspectorDisabled: skipUnless(Boolean(process.features.inspector), 'V8 inspector is disabled'),
  skipIfReportDisabled() {},
  skipIfSQLiteMissing: skipUnless(Boolean(process.versions.sqlite), 'missing SQLite'),
  skipIfWorker() {},
  spawnPromisified,
  get PIPE() { return path.join(require('./tmpdir').path, `node-test.${process.pid}.sock`); },
  get enoughTestMem() { return require('os').totalmem() > 0x70000000; },
  get hasIPv6() { return Object.values(require('os').networkInterfaces()).flat().some(({ family }) => family === 'IPv6'); },
  get checkoutEOL() { return '\n'; },
};
// Reading the flags above may have left its match behind, which a test of RegExp's statics would find.
/^/.test('');
