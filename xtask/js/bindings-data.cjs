// What each internalBinding of the pinned node holds, as plain data: constants, and the names of its functions, symbols and errors.
// The engine puts the constants on its own bindings, and a sentence behind every function that it does not have.
'use strict';

const NAMES = `async_context_frame async_wrap blob buffer builtins cares_wrap config constants contextify credentials crypto diagnostics_channel encoding_binding errors fs fs_dir
  fs_event_wrap heap_utils icu inspector js_stream messaging mksnapshot module_wrap modules options os performance permission pipe_wrap process_methods
  process_wrap profiler report serdes signal_wrap spawn_sync stream_wrap string_decoder symbols task_queue tcp_wrap timers trace_events tty_wrap types
  udp_wrap url url_pattern util uv v8 wasm_web_api worker zlib block_list cjs_lexer locks`.split(/\s+/);

// What V8 has of the language: of each global object, and of its prototype, the names of its properties.
function language() {
  const names = (object) => Object.getOwnPropertyNames(object).join(' ');
  const found = { __proto__: null };
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    const value = globalThis[name];
    const isObject = typeof value === 'function' || (typeof value === 'object' && value !== null && value !== globalThis);
    found[name] = isObject ? [names(value), ...(value.prototype ? [names(value.prototype)] : [])] : [];
  }
  found['%TypedArray%'] = [names(Object.getPrototypeOf(Int8Array)), names(Object.getPrototypeOf(Int8Array.prototype))];
  return found;
}

// `[name, value]` of each command-line option; Node 18 has them with their help.
function cliOptions({ getCLIOptions, getCLIOptionsValues }) {
  if (getCLIOptionsValues === undefined) return [...getCLIOptions().options].map(([name, { value }]) => [name, value]);
  const options = getCLIOptionsValues();
  return options instanceof Map ? [...options] : Object.entries(options);
}

module.exports = function bindingsData(internalBinding) {
  const names = NAMES;
  const plain = (value, depth) => {
    if (value === undefined || value === null || typeof value === 'boolean' || typeof value === 'string') return value;
    if (typeof value === 'number') return value;
    if (typeof value === 'bigint' || typeof value === 'symbol' || typeof value === 'function') return undefined;
    if (depth > 6) return undefined;
    if (Array.isArray(value)) return value.map((v) => plain(v, depth + 1));
    if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer || value instanceof Map) return undefined;
    const out = {};
    for (const key of Object.getOwnPropertyNames(value)) {
      let v;
      try { v = plain(value[key], depth + 1); } catch { continue; }
      if (v !== undefined) out[key] = v;
    }
    return out;
  };
  const result = {};
  for (const name of names) {
    let binding;
    try { binding = internalBinding(name); } catch { continue; }
    const values = {}, functions = [];
    for (const key of Object.getOwnPropertyNames(binding)) {
      let value;
      try { value = binding[key]; } catch { continue; }
      if (name === 'builtins' && key === 'natives') continue;
      if (typeof value === 'function') functions.push(key);
      else { const v = plain(value, 0); if (v !== undefined) values[key] = v; }
    }
    result[name] = { values, functions };
  }
  const symbolNames = (object) => Object.getOwnPropertyNames(object).filter((k) => typeof object[k] === 'symbol');
  result.symbols = { values: {}, functions: [], symbols: symbolNames(internalBinding('symbols')) };
  result.util.privateSymbols = Object.getOwnPropertyNames(internalBinding('util').privateSymbols);
  result.util.values.privateSymbols = undefined;
  result.uv.errors = [...internalBinding('uv').getErrorMap()].map(([number, [name, message]]) => [number, name, message]);
  const optionValues = {};
  for (const [key, value] of cliOptions(internalBinding('options'))) { const v = plain(value, 0); if (v !== undefined) optionValues[key] = v; }
  result.options.cli = optionValues;
  result.process = { versions: { ...process.versions }, release: { ...process.release, sourceUrl: undefined, headersUrl: undefined }, config: process.config, features: { ...process.features } };
  const { builtinModules, isBuiltin } = require('module');
  // Older versions do not list what needs the scheme.
  const unlisted = ['sea', 'sqlite', 'test', 'test/reporters'].filter((id) => isBuiltin(`node:${id}`) && !isBuiltin(id));
  const listed = builtinModules.filter((id) => id.startsWith('node:')).map((id) => id.slice(5));
  result.schemeOnlyModules = [...new Set([...listed, ...unlisted])];
  result.publicModules = [...new Set([...builtinModules.map((id) => id.replace('node:', '')), ...unlisted])];
  result.globals = Object.getOwnPropertyNames(globalThis);
  result.language = require('vm').runInNewContext(`(${language})()`);
  return JSON.stringify(result);
};
