// Boots Node's library in a new realm. Follows node v24.21.0 lib/internal/bootstrap/realm.js and node.js, in their order (other
// versions differ in what there is, and are asked for it). Rule N40: docs/node-semantics.md#n40;
// what a program may never use is loaded on first use. What nearly every program uses is loaded here: the page keeps the memory of a booted engine for its runs.
(function bootstrap(natives) {
  'use strict';

  const data = natives.bindingData();
  const major = parseInt(data.process.versions.node, 10);

  const { toWellFormed } = String.prototype;

  // — the language as this version's V8 has it: what came later goes —
  {
    const trim = (object, names) => {
      const known = new Set(names.split(' '));
      for (const name of Object.getOwnPropertyNames(object)) if (!known.has(name)) Reflect.deleteProperty(object, name);
    };
    for (const name of Object.getOwnPropertyNames(globalThis)) if (!(name in data.language)) delete globalThis[name];
    for (const [name, [own, ofPrototype]] of Object.entries(data.language)) {
      const object = name === '%TypedArray%' ? Object.getPrototypeOf(Int8Array) : globalThis[name];
      if (own !== undefined && object) trim(object, own);
      if (ofPrototype !== undefined && object?.prototype) trim(object.prototype, ofPrototype);
    }
  }

  // — per_context: primordials —
  const primordials = {};
  const privateSymbols = { __proto__: null };
  for (const name of data.util.privateSymbols) privateSymbols[name] = natives.privateSymbol(name);
  const perIsolateSymbols = { __proto__: null };
  for (const name of data.symbols.symbols) perIsolateSymbols[name] = Symbol(name);
  const compile = natives.compileFunction;
  natives.setSymbols({ symbols: perIsolateSymbols, privateSymbols });
  compile('internal/per_context/primordials')({}, primordials, privateSymbols, perIsolateSymbols);

  // — internalBinding —
  const process = Object.create((function process() {}).prototype);
  const bindings = { __proto__: null };
  // What the pinned binary shows to nobody.
  const unlisted = { __proto__: null, internal_only_v8: { values: {}, functions: ['queryObjects'] } };
  // The command line's options, as the pinned binary has them when started without any.
  const optionValues = data.options.cli;
  const missing = (binding, name) => function unavailable() {
    const { codes } = requireBuiltin('internal/errors');
    throw new codes.ERR_FEATURE_UNAVAILABLE_ON_PLATFORM(`internalBinding('${binding}').${name}`);
  };
  // The tables of constants have no prototype, down to the innermost.
  function bare(table) {
    Object.setPrototypeOf(table, null);
    for (const key of Object.keys(table)) if (typeof table[key] === 'object' && table[key] !== null) bare(table[key]);
  }
  // What Node 18 asks of C++ and later versions have no more, by binding.
  const ofNode18 = major === 18 ? natives.ofNode18()({ internalBinding, natives, optionValues, privateSymbols, requireBuiltin, toWellFormed }) : {};
  function internalBinding(name) {
    const known = bindings[name];
    if (known !== undefined) return known;
    const described = data[name] ?? unlisted[name];
    if (described === undefined) throw new Error(`No such binding: ${name}`);
    const binding = bindings[name] = { ...described.values };
    if (name === 'util') binding.privateSymbols = privateSymbols;
    if (name === 'symbols') Object.assign(binding, perIsolateSymbols);
    if (name === 'constants') bare(binding);
    if (name === 'options') binding.getCLIOptionsValues = () => ({ __proto__: null, ...optionValues });
    natives.extendBinding(name, binding);
    if (name in ofNode18) Object.assign(binding, ofNode18[name](binding));
    if (name === 'messaging') {
      Object.defineProperty(binding, 'DOMException', { __proto__: null, configurable: true, enumerable: true, get: domException });
      Object.defineProperty(binding, 'emitMessage', { __proto__: null, configurable: true, enumerable: false, get: emitMessage });
    }
    for (const key of described.functions)
      if (!(key in binding)) binding[key] = missing(name, key);
    return binding;
  }

  let domExceptionClass;
  function domException() {
    if (domExceptionClass === undefined) {
      const exports = {};
      compile('internal/per_context/domexception')(exports, primordials, privateSymbols, perIsolateSymbols);
      domExceptionClass = exports.DOMException;
    }
    return domExceptionClass;
  }

  /** `emit_message_fn` of `MessagePort` in C++. */
  let emitMessageFunction;
  function emitMessage() {
    if (emitMessageFunction === undefined) {
      const exports = {};
      compile('internal/per_context/messageport')(exports, primordials, privateSymbols, perIsolateSymbols);
      emitMessageFunction = exports.emitMessage;
    }
    return emitMessageFunction;
  }

  // — the loader of Node's own modules —
  const modules = new Map();
  const publicIds = data.publicModules;
  const known = new Set(publicIds);
  const schemeOnly = new Set(data.schemeOnlyModules);
  class BuiltinModule {
    static map = modules;
    static exists(id) { return modules.has(id); }
    static canBeRequiredByUsers(id) { return known.has(id); }
    static canBeRequiredWithoutScheme(id) { return this.canBeRequiredByUsers(id) && !schemeOnly.has(id); }
    static normalizeRequirableId(id) {
      if (id.startsWith('node:')) {
        const bare = id.slice(5);
        if (this.canBeRequiredByUsers(bare)) return bare;
      } else if (this.canBeRequiredWithoutScheme(id)) {
        return id;
      }
      return undefined;
    }
    static isBuiltin(id) { return typeof id === 'string' && this.normalizeRequirableId(id) !== undefined; }
    static exposeInternals() { for (const id of modules.keys()) known.add(id); }
    static getSchemeOnlyModuleNames() { return [...schemeOnly]; }
    static getCanBeRequiredByUsersWithoutSchemeList() { return publicIds.filter((id) => !schemeOnly.has(id)); }
    static getAllBuiltinModuleIds() { return publicIds.map((id) => (schemeOnly.has(id) ? `node:${id}` : id)); }
    constructor(id) {
      this.filename = `${id}.js`;
      this.id = id;
      this.exports = {};
      this.loaded = false;
      this.loading = false;
      this.module = undefined;
      this.exportKeys = undefined;
    }
    compileForPublicLoader() {
      this.compileForInternalLoader();
      this.exportKeys ??= Object.keys(this.exports);
      return this.exports;
    }
    getESMFacade() {
      if (this.module) return this.module;
      const builtin = this;
      const names = [...this.exportKeys];
      if (!names.includes('default')) names.push('default');
      const { ModuleWrap } = internalBinding('module_wrap');
      this.module = new ModuleWrap(`node:${this.id}`, undefined, names, function() {
        builtin.syncExports();
        this.setExport('default', builtin.exports);
      });
      this.module.instantiate();
      this.module.evaluate(-1, false);
      return this.module;
    }
    syncExports() {
      if (!this.module) return;
      for (const name of this.exportKeys)
        if (name !== 'default') this.module.setExport(name, getOwn(this.exports, name));
    }
    compileForInternalLoader() {
      if (this.loaded || this.loading) return this.exports;
      this.loading = true;
      try {
        compile(this.id)(this.exports, requireBuiltin, this, process, internalBinding, primordials);
        this.loaded = true;
        // Node does these when a process starts; here they wait until somebody wants them.
        if (this.id === 'internal/url') this.exports.installObjectURLMethods?.();
        if (this.id === 'internal/dns/utils') this.exports.initializeDns();
        if (this.id === 'internal/console/global') requireBuiltin('internal/console/constructor').initializeGlobalConsole(this.exports);
      } finally {
        this.loading = false;
      }
      return this.exports;
    }
  }
  function getOwn(target, name) {
    try {
      return Object.hasOwn(target, name) ? target[name] : undefined;
    } catch (error) {
      // What is not packed is missing until the program asks for it.
      if (error.code === 'ERR_FEATURE_UNAVAILABLE_ON_PLATFORM') return undefined;
      throw error;
    }
  }
  /** A module of Node's that is not packed. */
  class UnavailableModule extends BuiltinModule {
    compileForInternalLoader() {
      const { codes } = requireBuiltin('internal/errors');
      throw new codes.ERR_FEATURE_UNAVAILABLE_ON_PLATFORM(`require('${this.id}')`);
    }
  }
  for (const id of natives.moduleIds()) modules.set(id, new BuiltinModule(id));
  modules.set('internal/deps/acorn/acorn/dist/acorn', new BuiltinModule('internal/deps/acorn/acorn/dist/acorn'));
  modules.set('internal/deps/undici/undici', new BuiltinModule('internal/deps/undici/undici'));
  for (const id of publicIds) if (!modules.has(id)) modules.set(id, new UnavailableModule(id));
  const realm = { internalBinding, BuiltinModule, require: requireBuiltin };
  // `process.binding` of realm.js, with its lists.
  const legacyBindings = new Set(['natives', 'util']);
  const allowedBindings = new Set(('buffer cares_wrap config constants contextify fs fs_event_wrap icu inspector js_stream os pipe_wrap process_wrap spawn_sync stream_wrap tcp_wrap tls_wrap ' +
    'tty_wrap udp_wrap uv zlib').split(' '));
  process.binding = function binding(module) {
    module = String(module);
    if (legacyBindings.has(module)) return requireBuiltin('internal/legacy/processbinding')[module]();
    if (allowedBindings.has(module)) return internalBinding(module);
    throw new Error(`No such module: ${module}`);
  };
  function requireBuiltin(id) {
    if (id === 'internal/bootstrap/realm') return realm;
    const module = modules.get(id) ?? (id.startsWith('node:') ? modules.get(id.slice(5)) : undefined);
    if (!module) throw new TypeError(`Missing internal module '${id}'`);
    return module.compileForInternalLoader();
  }
  natives.setRequire(requireBuiltin);

  // — setupPrepareStackTrace —
  {
    const { setEnhanceStackForFatalException, setPrepareStackTraceCallback } = internalBinding('errors');
    const { prepareStackTraceCallback, ErrorPrepareStackTrace, fatalExceptionStackEnhancers } = requireBuiltin('internal/errors');
    setPrepareStackTraceCallback(prepareStackTraceCallback, ErrorPrepareStackTrace);
    setEnhanceStackForFatalException(fatalExceptionStackEnhancers.beforeInspector, fatalExceptionStackEnhancers.afterInspector);
    Object.defineProperty(Error, 'prepareStackTrace', {
      __proto__: null, writable: true, enumerable: false, configurable: true, value: ErrorPrepareStackTrace,
    });
  }

  // — bootstrap/node.js —
  const hidden = (target, name, value) =>
    Object.defineProperty(target, name, { __proto__: null, value, writable: true, enumerable: false, configurable: true });
  const operation = (name, value) =>
    Object.defineProperty(globalThis, name, { __proto__: null, value, writable: true, enumerable: true, configurable: true });
  const lazy = (target, name, get, enumerable = false) => {
    Object.defineProperty(target, name, {
      __proto__: null, enumerable, configurable: true,
      get() { const value = get(); set(value); return value; },
      set,
    });
    function set(value) {
      Object.defineProperty(target, name, { __proto__: null, value, writable: true, enumerable, configurable: true });
    }
  };
  natives.setProcess(process);
  natives.settings(process);
  // The environment holds texts only (node v24.21.0 src/node_env_var.cc).
  {
    const refused = (message) => Object.assign(new TypeError(message), { code: 'ERR_INVALID_OBJECT_DEFINE_PROPERTY' });
    const put = (env, name, value) => {
      if (optionValues['--pending-deprecation'] && !['string', 'number', 'boolean'].includes(typeof value)) {
        process.emitWarning(
          'Assigning any value other than a string, number, or boolean to a process.env property is deprecated. Please make sure to convert the value to a string before setting ' +
          'process.env with it.', 'DeprecationWarning', 'DEP0104');
      }
      if (typeof name === 'symbol' || typeof value === 'symbol') throw new TypeError('Cannot convert a Symbol value to a string');
      return Reflect.defineProperty(env, name, { __proto__: null, value: `${value}`, writable: true, enumerable: true, configurable: true });
    };
    process.env = new Proxy(process.env, {
      __proto__: null,
      set: (env, name, value) => put(env, name, value),
      defineProperty(env, name, descriptor) {
        const { value, writable, enumerable, configurable } = descriptor;
        if ('value' in descriptor && writable && enumerable && configurable) return put(env, name, value);
        if ('get' in descriptor || 'set' in descriptor) throw refused("'process.env' does not accept an accessor(getter/setter) descriptor");
        throw refused("'process.env' only accepts a configurable, writable, and enumerable data descriptor");
      },
    });
  }
  Object.defineProperty(process, 'versions', { __proto__: null, enumerable: true, value: Object.freeze(data.process.versions) });
  process.release = data.process.release;
  process[privateSymbols.exit_info_private_symbol] = new Int32Array(3);

  const EventEmitter = requireBuiltin('events');
  Object.setPrototypeOf(Object.getPrototypeOf(process), EventEmitter.prototype);
  EventEmitter.call(process);
  Object.defineProperty(process, Symbol.toStringTag, { __proto__: null, enumerable: false, writable: true, configurable: false, value: 'process' });
  hidden(globalThis, 'process', process);
  Object.defineProperty(globalThis, Symbol.toStringTag, { __proto__: null, value: 'global', writable: false, enumerable: false, configurable: true });
  operation('global', globalThis);

  const { Buffer } = requireBuiltin('buffer');
  internalBinding('buffer').setBufferPrototype(Buffer.prototype);
  hidden(globalThis, 'Buffer', Buffer);

  process.domain = null;
  Object.defineProperty(process, 'sourceMapsEnabled', {
    __proto__: null, enumerable: true, configurable: true, get() { return requireBuiltin('internal/source_map/source_map_cache').getSourceMapsSupport().enabled; },
  });
  process.setSourceMapsEnabled = function setSourceMapsEnabled(val) {
    requireBuiltin('internal/source_map/source_map_cache').setSourceMapsSupport(val, { __proto__: null, nodeModules: val, generatedCode: val });
  };
  hidden(process, 'report', { reportOnUncaughtException: false, reportOnFatalError: false, reportOnSignal: false });
  {
    const { constants: { kExiting = 0, kExitCode = 1, kHasExitCode = 2 } } = internalBinding('util');
    const { validateInteger } = requireBuiltin('internal/validators');
    const fields = process[privateSymbols.exit_info_private_symbol];
    Object.defineProperty(process, '_exiting', {
      __proto__: null, get() { return fields[kExiting] === 1; }, set(value) { fields[kExiting] = value ? 1 : 0; }, enumerable: true, configurable: true,
    });
    let given;
    Object.defineProperty(process, 'exitCode', {
      __proto__: null,
      // Until Node 20 it gave back what it was given.
      get() { return major < 22 ? given : fields[kHasExitCode] ? fields[kExitCode] : undefined; },
      set(code) {
        if (code !== null && code !== undefined) {
          let value = code;
          if (typeof code === 'string' && code !== '' && Number.isNaN((value = Number(code)))) value = code;
          // Node 18 takes anything.
          if (major > 18) validateInteger(value, 'code');
          fields[kExitCode] = value;
          fields[kHasExitCode] = 1;
        } else {
          fields[kHasExitCode] = 0;
        }
        given = code;
      },
      enumerable: true, configurable: false,
    });
    process._exiting = false;
  }
  Object.defineProperty(process, 'config', { __proto__: null, enumerable: true, configurable: true, value: data.process.config });
  Object.defineProperty(process, 'features', { __proto__: null, enumerable: true, configurable: false, writable: false, value: data.process.features });

  const perThread = requireBuiltin('internal/process/per_thread');
  const raw = internalBinding('process_methods');
  {
    process.uptime = raw.uptime;
    process._getActiveRequests = raw._getActiveRequests;
    process._getActiveHandles = raw._getActiveHandles;
    process.getActiveResourcesInfo = raw.getActiveResourcesInfo;
    process.reallyExit = raw.reallyExit;
    process._kill = raw._kill;
    const wrapped = perThread.wrapProcessMethods(raw);
    // Each version has some of them.
    for (const name of ['loadEnvFile', '_rawDebug', 'cpuUsage', 'threadCpuUsage', 'resourceUsage', 'memoryUsage', 'kill', 'exit', 'execve'])
      if (wrapped[name]) process[name] = wrapped[name];
    process.constrainedMemory = raw.constrainedMemory;
    process.availableMemory = raw.availableMemory;
    if (perThread.ref) {
      process.ref = perThread.ref;
      process.unref = perThread.unref;
    }
    if (perThread.assert) {
      const { deprecate } = requireBuiltin('internal/util');
      process.assert = deprecate(perThread.assert, 'process.assert() is deprecated. Please use the `assert` module instead.', 'DEP0100');
    }
    process.hrtime = perThread.hrtime;
    process.hrtime.bigint = perThread.hrtimeBigInt;
    perThread.refreshHrtimeBuffer?.();
    process.abort = raw.abort;
    const { parseFileMode, validateString } = requireBuiltin('internal/validators');
    process.umask = function wrappedUmask(mask) {
      if (mask !== undefined) mask = parseFileMode(mask, 'mask');
      return raw.umask(mask);
    };
    process.chdir = function wrappedChdir(directory) {
      validateString(directory, 'directory');
      raw.chdir(directory);
    };
    process.cwd = function wrappedCwd() { return raw.cwd(); };
    for (const id of ['getuid', 'geteuid', 'getgid', 'getegid']) process[id] = () => 1000;
    process.getgroups = () => [1000];
  }

  const asyncHooks = requireBuiltin('internal/async_hooks');
  const { nativeHooks, getHookArrays, symbols: hookSymbols, constants: hookConstants } = asyncHooks;
  // The reader's machine is a hook that the program must not notice (see setStartObserving): `queueMicrotask` takes its long way for the program's.
  let observers = 0;
  asyncHooks.enabledHooksExist = () => getHookArrays()[0].length > observers;
  internalBinding('async_wrap').setupHooks(nativeHooks);

  // What C++ makes an `AsyncWrap` for. Before Node 24 `AsyncLocalStorage` hung its stores on these.
  {
    const { emitAfter, emitBefore, emitDestroy, emitInit, getDefaultTriggerAsyncId, newAsyncId } = asyncHooks;
    natives.setAsyncWrap((type) => {
      const asyncId = newAsyncId();
      const trigger = getDefaultTriggerAsyncId();
      const resource = {};
      emitInit(asyncId, type, trigger, resource);
      return {
        before: () => emitBefore(asyncId, trigger, resource),
        after: () => emitAfter(asyncId),
        destroy: () => emitDestroy(asyncId),
      };
    });
  }

  const { setupTaskQueue, queueMicrotask } = requireBuiltin('internal/process/task_queues');
  const timers = requireBuiltin('timers');

  {
    const execution = requireBuiltin('internal/process/execution');
    process._fatalException = execution.onGlobalUncaughtException;
    process.setUncaughtExceptionCaptureCallback = execution.setUncaughtExceptionCaptureCallback;
    process.hasUncaughtExceptionCaptureCallback = execution.hasUncaughtExceptionCaptureCallback;
  }
  {
    const { emitWarning, emitWarningSync, onWarning } = requireBuiltin('internal/process/warning');
    process.emitWarning = emitWarning;
    raw.setEmitWarningSync(emitWarningSync);
    process.on('warning', onWarning);
  }
  {
    const { nextTick, runNextTicks } = setupTaskQueue();
    process.nextTick = nextTick;
    process._tickCallback = runNextTicks;
    const { setupTimers } = internalBinding('timers');
    const { processImmediate, processTimers } = requireBuiltin('internal/timers').getTimerCallbacks(runNextTicks);
    setupTimers(processImmediate, processTimers);
  }

  requireBuiltin('internal/util/debuglog').initializeDebugEnv(undefined);

  // — bootstrap/web/*, switches/is_main_thread —
  for (const name of ['clearImmediate', 'setImmediate', 'clearInterval', 'clearTimeout', 'setInterval', 'setTimeout']) operation(name, timers[name]);
  operation('queueMicrotask', queueMicrotask);
  const globals = new Set(data.globals);
  const exposeLazily = (module, names) => {
    for (const name of names) if (globals.has(name)) lazy(globalThis, name, () => requireBuiltin(module)[name]);
  };
  lazy(globalThis, 'structuredClone', () => requireBuiltin('internal/worker/js_transferable').structuredClone ?? internalBinding('messaging').structuredClone, true);
  exposeLazily('internal/url', ['URL', 'URLSearchParams']);
  exposeLazily('internal/encoding', ['TextEncoder', 'TextDecoder']);
  exposeLazily('internal/abort_controller', ['AbortController', 'AbortSignal']);
  exposeLazily('internal/event_target', ['CustomEvent', 'Event', 'EventTarget']);
  exposeLazily('internal/blob', ['Blob']);
  exposeLazily('internal/file', ['File']);
  exposeLazily('internal/navigator', ['Navigator', 'navigator']);
  exposeLazily('buffer', ['atob', 'btoa']);
  exposeLazily('internal/crypto/webcrypto', ['crypto', 'Crypto', 'CryptoKey', 'SubtleCrypto']);
  exposeLazily('perf_hooks', [
    'Performance', 'PerformanceEntry', 'PerformanceMark', 'PerformanceMeasure', 'PerformanceObserver', 'PerformanceObserverEntryList', 'PerformanceResourceTiming',
  ]);
  lazy(globalThis, 'performance', () => requireBuiltin('perf_hooks').performance, true);
  exposeLazily('internal/webstreams/readablestream', [
    'ReadableStream', 'ReadableStreamDefaultReader', 'ReadableStreamBYOBReader', 'ReadableStreamBYOBRequest', 'ReadableByteStreamController',
    'ReadableStreamDefaultController',
  ]);
  exposeLazily('internal/webstreams/writablestream', ['WritableStream', 'WritableStreamDefaultController', 'WritableStreamDefaultWriter']);
  exposeLazily('internal/webstreams/transformstream', ['TransformStream', 'TransformStreamDefaultController']);
  exposeLazily('internal/webstreams/queuingstrategies', ['ByteLengthQueuingStrategy', 'CountQueuingStrategy']);
  exposeLazily('internal/webstreams/compression', ['CompressionStream', 'DecompressionStream']);
  exposeLazily('internal/webstreams/encoding', ['TextEncoderStream', 'TextDecoderStream']);
  operation('fetch', function fetch(input, init = undefined) { return requireBuiltin('internal/deps/undici/undici').fetch(input, init); });
  exposeLazily(major < 22 ? 'internal/worker/io' : 'internal/deps/undici/undici', ['MessageEvent']);
  exposeLazily('internal/worker/io', ['MessageChannel', 'MessagePort', 'BroadcastChannel']);
  lazy(globalThis, 'DOMException', domException);
  hidden(globalThis, 'console', requireBuiltin('internal/console/global'));

  // Standard streams: files, as when a shell redirects them; writes are synchronous (N40); standard input is read as `getStdin` of internal/bootstrap/switches/is_main_thread.js reads a file.
  const SyncWriteStream = requireBuiltin('internal/fs/sync_write_stream');
  const stream = (fd) => () => {
    const output = new SyncWriteStream(fd, { autoClose: false });
    output._type = 'fs';
    output._isStdio = true;
    output.destroySoon = output.destroy;
    // Node's `dummyDestroy` (lib/internal/bootstrap/switches/is_main_thread.js): the descriptor is never closed.
    output._destroy = function(error, callback) {
      callback(error);
      this._undestroy();
      if (!this._writableState.emitClose) process.nextTick(() => { this.emit('close'); });
    };
    return output;
  };
  lazy(process, 'stdout', stream(1), true);
  lazy(process, 'stderr', stream(2), true);
  lazy(process, 'stdin', () => {
    const { ReadStream } = requireBuiltin('fs');
    const input = new ReadStream(null, { fd: 0, autoClose: false });
    input.fd = 0;
    return input;
  }, true);

  requireBuiltin('fs');

  natives.setEmitProcess((event) => {
    if (event === 'beforeExit') return process.emit('beforeExit', process.exitCode || 0);
    process._exiting = true;
    process.emit('exit', process.exitCode || 0);
    return process.exitCode;
  });

  // The reader's machine watches ticks, timers and immediates through Node's own async hooks, once a run is recorded.
  natives.setStartObserving((observer) => {
    const [array, fields] = getHookArrays();
    array.push({
      [hookSymbols.init_symbol]: observer.init, [hookSymbols.before_symbol]: observer.before, [hookSymbols.after_symbol]: observer.after,
    });
    observers = 1;
    for (const kind of ['kInit', 'kBefore', 'kAfter', 'kDestroy']) fields[hookConstants[kind]] += 1;
  });

  // — main/run_main_module, with the part of pre_execution that a program without options needs —
  {
    const { initializeCJS, Module } = requireBuiltin('internal/modules/cjs/loader');
    initializeCJS();
    process.getBuiltinModule = requireBuiltin('internal/modules/helpers').getBuiltinModule;
    lazy(process, 'finalization', () => requireBuiltin('internal/process/finalization').createFinalization(), true);
    requireBuiltin('internal/modules/esm/utils').initializeESM(false);
    // Node's own symbols, until V8 had them (`setupSymbolDisposePolyfill`).
    for (const name of ['dispose', 'asyncDispose'])
      if (!(name in Symbol)) Object.defineProperty(Symbol, name, { __proto__: null, value: primordials[name === 'dispose' ? 'SymbolDispose' : 'SymbolAsyncDispose'] });
    // V8 knows of every object which function constructed it. The stack asks the getter's name, since `constructor` is an accessor here.
    const { get } = Object.getOwnPropertyDescriptor(Module.prototype, 'constructor');
    Object.defineProperty(get, 'name', { __proto__: null, value: 'Module', configurable: true });
  }
  natives.setRunMain((entry, options) => {
    const preExecution = {
      prepareMainThreadExecution() {
        if (options.length > 0) natives.applyOptions()({ options, values: optionValues, natives, process, requireBuiltin });
        return entry;
      },
      markBootstrapComplete() {},
    };
    const require = (id) => (id === 'internal/process/pre_execution' ? preExecution : requireBuiltin(id));
    compile('internal/main/run_main_module')({}, require, {}, process, internalBinding, primordials);
  });
})
