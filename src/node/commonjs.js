// Loads the program's own files as CommonJS modules: the smallest loader that keeps what programs see of Node's
// (lib/internal/modules/cjs/loader.js, v24.21.0): the cache, cycles, JSON, folders, node_modules, the errors.
(function commonJs(node) {
  'use strict';
  const { requireBuiltin, BuiltinModule, process, loadScript } = node;
  const path = requireBuiltin('path');
  const fs = () => requireBuiltin('fs');

  function Module(id = '', parent) {
    this.id = id;
    this.path = path.dirname(id);
    this.exports = {};
    Object.defineProperty(this, 'parent', { __proto__: null, value: parent, writable: true, configurable: true, enumerable: false });
    if (parent) parent.children?.push(this);
    this.filename = null;
    this.loaded = false;
    this.children = [];
    this.paths = [];
  }
  Module._cache = { __proto__: null };
  Module._extensions = { '__proto__': null, '.js': compile, '.json': json };
  Module.builtinModules = BuiltinModule.getAllBuiltinModuleIds();
  Module.isBuiltin = (id) => BuiltinModule.isBuiltin(id);
  Module.prototype.require = function require(id) {
    const { validateString } = requireBuiltin('internal/validators');
    validateString(id, 'id');
    if (id === '') {
      const { codes } = requireBuiltin('internal/errors');
      throw new codes.ERR_INVALID_ARG_VALUE('id', id, 'must be a non-empty string');
    }
    return load(id, this);
  };
  Module.createRequire = (filename) => {
    const module = new Module(String(filename).replace(/^file:\/\//, ''));
    module.filename = module.id;
    module.paths = nodeModulePaths(module.path);
    return makeRequire(module);
  };
  Module.Module = Module;

  const stat = (file) => {
    const stats = fs().statSync(file, { throwIfNoEntry: false });
    return stats === undefined ? -1 : stats.isDirectory() ? 1 : 0;
  };
  function nodeModulePaths(from) {
    const paths = [];
    for (let folder = from; ; folder = path.dirname(folder)) {
      if (path.basename(folder) !== 'node_modules') paths.push(path.join(folder, 'node_modules'));
      if (folder === path.dirname(folder)) return paths;
    }
  }
  function asFile(base) {
    if (stat(base) === 0) return base;
    for (const extension of Object.keys(Module._extensions)) if (stat(base + extension) === 0) return base + extension;
    return undefined;
  }
  function asFolder(base) {
    if (stat(base) !== 1) return undefined;
    const manifest = path.join(base, 'package.json');
    if (stat(manifest) === 0) {
      const { main } = JSON.parse(fs().readFileSync(manifest, 'utf8'));
      if (typeof main === 'string') {
        const entry = path.resolve(base, main);
        const found = asFile(entry) ?? asFile(path.join(entry, 'index'));
        if (found) return found;
      }
    }
    return asFile(path.join(base, 'index'));
  }
  function resolve(request, parent) {
    const relative = /^\.{1,2}(\/|$)/.test(request);
    const bases = request.startsWith('/') ? [request]
      : relative ? [path.resolve(parent.path, request)]
        : parent.paths.map((folder) => path.join(folder, request));
    for (const base of bases) {
      const found = (request.endsWith('/') ? undefined : asFile(base)) ?? asFolder(base);
      if (found) return found;
    }
    const requireStack = [];
    for (let cursor = parent; cursor; cursor = cursor.parent) requireStack.push(cursor.filename || cursor.id);
    let message = `Cannot find module '${request}'`;
    if (requireStack.length > 0) message = `${message}\nRequire stack:\n- ${requireStack.join('\n- ')}`;
    const error = new Error(message);
    error.code = 'MODULE_NOT_FOUND';
    error.requireStack = requireStack;
    throw error;
  }
  function load(request, parent, isMain) {
    if (request.startsWith('node:')) {
      const id = request.slice(5);
      if (id === 'module') return Module;
      if (!BuiltinModule.canBeRequiredByUsers(id)) {
        const { codes } = requireBuiltin('internal/errors');
        throw new codes.ERR_UNKNOWN_BUILTIN_MODULE(request);
      }
      return publicModule(id);
    }
    if (request === 'module') return Module;
    if (BuiltinModule.canBeRequiredWithoutScheme(request)) return publicModule(request);
    const filename = isMain ? request : resolve(request, parent);
    const cached = Module._cache[filename];
    if (cached !== undefined) {
      if (parent && !parent.children.includes(cached)) parent.children.push(cached);
      return cached.exports;
    }
    const module = new Module(filename, parent);
    if (isMain) {
      module.id = '.';
      process.mainModule = module;
    }
    Module._cache[filename] = module;
    let threw = true;
    try {
      module.filename = filename;
      module.paths = nodeModulePaths(path.dirname(filename));
      (Module._extensions[path.extname(filename)] ?? compile)(module, filename);
      module.loaded = true;
      threw = false;
    } finally {
      if (threw) delete Module._cache[filename];
    }
    return module.exports;
  }
  function publicModule(id) {
    if (id === 'process') return process;
    const module = BuiltinModule.map.get(id);
    if (module !== undefined) return module.compileForPublicLoader();
    const { codes } = requireBuiltin('internal/errors');
    throw new codes.ERR_FEATURE_UNAVAILABLE_ON_PLATFORM(`require('${id}')`);
  }
  function makeRequire(module) {
    const require = function require(id) { return module.require(id); };
    require.resolve = (request) => (BuiltinModule.isBuiltin(request) ? request : resolve(request, module));
    require.main = process.mainModule;
    require.extensions = Module._extensions;
    require.cache = Module._cache;
    return require;
  }
  function compile(module, filename) {
    const wrapper = loadScript(filename);
    const require = makeRequire(module);
    Reflect.apply(wrapper, module.exports, [module.exports, require, module, filename, path.dirname(filename)]);
  }
  function json(module, filename) {
    const text = fs().readFileSync(filename, 'utf8');
    try {
      module.exports = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
    } catch (error) {
      error.message = `${filename}: ${error.message}`;
      throw error;
    }
  }
  return function runMain(filename) { load(filename, null, true); };
})
