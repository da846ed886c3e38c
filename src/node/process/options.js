// What the command line's options change before the program starts: `patchProcessObject` and the like of node v24.21.0 lib/internal/process/pre_execution.js, and V8's own.
(function applyOptions(node) {
  'use strict';
  const { options, values, natives, process, requireBuiltin } = node;
  const refuse = (sentence) => {
    process._rawDebug(`${process.execPath}: ${sentence}`);
    process.reallyExit(9);
  };
  const v8 = {
    'expose-gc': () => Object.defineProperty(globalThis, 'gc', { __proto__: null, value: gc, writable: true, enumerable: true, configurable: true }),
    'allow-natives-syntax': () => natives.allowNatives(options.includes('--no-lazy-feedback-allocation')),
    'stack-trace-limit': (limit) => { Error.stackTraceLimit = Number(limit); },
  };
  // What is always on here, or has nothing to act on.
  for (const name of ['js-float16array', 'harmony-import-attributes', 'max-old-space-size', 'min-semi-space-size', 'max-semi-space-size', 'stack-size', 'jitless', 'no-lazy-feedback-allocation', 'opt', 'no-opt'])
    v8[name] = () => {};
  const gc = { gc(...given) {
    const [options] = given;
    natives.collectGarbage();
    return options?.execution === 'async' ? Promise.resolve() : undefined;
  } }.gc;

  for (let at = 0; at < options.length; at++) {
    const given = options[at];
    const [, dashed, text] = /^(--[^=]*)(?:=([^]*))?$/.exec(given) ?? [undefined, given];
    const name = dashed.replaceAll('_', '-').replace(/^-r$/, '--require');
    const positive = name.replace(/^--no-/, '--');
    const known = values[name];
    if (positive !== name && typeof values[positive] === 'boolean') values[positive] = false;
    else if (typeof known === 'boolean') values[name] = true;
    else if (Object.hasOwn(v8, name.slice(2))) v8[name.slice(2)](text);
    else if (known === undefined) refuse(`bad option: ${given}`);
    else {
      const value = text ?? options[++at];
      if (value === undefined) refuse(`${name} requires an argument`);
      values[name] = typeof known === 'number' ? Number(value) : Array.isArray(known) ? [...known, value] : value;
    }
  }
  for (const name of Object.keys(values))
    if (typeof values[name] === 'boolean' && !name.startsWith('--no-')) values[`--no-${name.slice(2)}`] = !values[name];
  requireBuiltin('internal/options').refreshOptions();
  process.execArgv = [...options];

  const readOnly = (name, option) => {
    if (values[option]) Object.defineProperty(process, name, { __proto__: null, writable: false, configurable: true, enumerable: true, value: values[option] });
  };
  readOnly('noDeprecation', '--no-deprecation');
  readOnly('noProcessWarnings', '--no-warnings');
  readOnly('traceProcessWarnings', '--trace-warnings');
  readOnly('throwDeprecation', '--throw-deprecation');
  readOnly('traceDeprecation', '--trace-deprecation');
  if (values['--title']) process.title = values['--title'];
  if (!values['--warnings']) process.removeListener('warning', requireBuiltin('internal/process/warning').onWarning);
  if (values['--expose-internals']) requireBuiltin('internal/bootstrap/realm').BuiltinModule.exposeInternals();
  if (values['--pending-deprecation']) {
    const { deprecate } = requireBuiltin('internal/util');
    if (process.binding) process.binding = deprecate(process.binding, 'process.binding() is deprecated. Please use public APIs instead.', 'DEP0111');
    process._tickCallback = deprecate(process._tickCallback, 'process._tickCallback() is deprecated', 'DEP0134');
  }
  if (values['--experimental-vm-modules']) {
    const { Module, SourceTextModule, SyntheticModule } = requireBuiltin('internal/vm/module');
    Object.assign(requireBuiltin('vm'), { Module, SourceTextModule, SyntheticModule });
  }
})
