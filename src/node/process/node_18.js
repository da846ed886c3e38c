// What Node 18 asks of C++ and later versions have no more: for each binding, what is put on it (node v18.20.8 `src/`).
(function ofNode18(bootstrap) {
  'use strict';

  const { internalBinding, natives, optionValues, privateSymbols, requireBuiltin, toWellFormed } = bootstrap;
  const bindingOf = (name) => { const binding = {}; natives.extendBinding(name, binding); return binding; };
  const commonJsIds = new Map();
  const encoders = ({ decodeUTF8, encodeInto, encodeIntoResults, encodeUtf8String }) => ({
    decodeUTF8,
    encodeUtf8String,
    encodeInto(source, target, results) {
      encodeInto(source, target);
      results.set(encodeIntoResults);
    },
  });
  return {
    __proto__: null,
    buffer: () => ({
      ...encoders(bindingOf('encoding_binding')),
      createFromString(string, encoding) {
        const { encodings } = internalBinding('string_decoder');
        const { Buffer } = requireBuiltin('buffer');
        const buffer = Buffer.allocUnsafeSlow(Buffer.byteLength(string, encodings[encoding]));
        return buffer.subarray(0, buffer.write(string, encodings[encoding]));
      },
      getZeroFillToggle: () => new Uint32Array(1),
    }),
    contextify: ({ compileFunction, compileFunctionForCJSLoader }) => ({
      // The CommonJS loader was one of its users.
      compileFunction(code, filename, ...rest) {
        const id = rest[7];
        const isCommonJs = id?.description === `cjs:${filename}`;
        const result = isCommonJs ? compileFunctionForCJSLoader(code, filename, false, false) : compileFunction(code, filename, ...rest);
        if (typeof id === 'symbol') result.function[privateSymbols.host_defined_option_symbol] = id;
        if (isCommonJs) commonJsIds.set(filename, id);
        return result;
      },
      isContext: (object) => object[privateSymbols.contextify_context_private_symbol] !== undefined,
    }),
    // The error of a synchronous call went into an object, its last argument.
    fs(binding) {
      const reporting = (native) => function (...given) {
        const report = given.at(-1);
        const isReported = given.length > 2 && given.at(-2) === undefined && Object.getPrototypeOf(Object(report)) === Object.prototype;
        if (!isReported) return Reflect.apply(native, this, given);
        try {
          return Reflect.apply(native, this, given.slice(0, -2));
        } catch (error) {
          if (error.errno === undefined) throw error;
          report.errno = error.errno;
          report.syscall = error.syscall;
          report.code = error.code;
        }
      };
      const functions = Object.entries(binding).filter(([name, value]) => typeof value === 'function' && /^[a-z]/.test(name));
      return Object.fromEntries(functions.map(([name, native]) => [name, reporting(native)]));
    },
    module_wrap({ ModuleWrap, setImportModuleDynamicallyCallback }) {
      // A module asked for each of its dependencies, and found them when it was instantiated.
      const { link, instantiate } = ModuleWrap.prototype;
      const { getPromiseDetails } = bindingOf('util');
      const asked = new Map();
      const connect = (wrap) => {
        const promises = asked.get(wrap);
        if (promises === undefined) return;
        asked.delete(wrap);
        const dependencies = promises.map((promise) => getPromiseDetails(promise)[1]);
        link.call(wrap, dependencies);
        dependencies.forEach(connect);
      };
      Object.assign(ModuleWrap.prototype, {
        link(resolve) {
          const promises = this.getModuleRequests().map(({ specifier, attributes }) => resolve(specifier, attributes));
          asked.set(this, promises);
          return promises;
        },
        instantiate() {
          connect(this);
          return instantiate.call(this);
        },
      });
      return {
        setImportModuleDynamicallyCallback(callback) {
          setImportModuleDynamicallyCallback((id, specifier, attributes, referrer) => {
            const known = typeof id === 'symbol' ? id : commonJsIds.get(referrer);
            return callback(known, specifier, attributes);
          });
        },
      };
    },
    options: () => ({
      getCLIOptions: () => ({ options: new Map(Object.entries(optionValues).map(([name, value]) => [name, { value }])), aliases: new Map() }),
    }),
    performance: () => ({ getTimeOrigin: () => 0, getTimeOriginTimestamp: () => Date.now() }),
    process_methods({ hrtimeBuffer, hrtime, hrtimeBigInt }) {
      const holder = { hrtimeBuffer };
      return { hrtimeBuffer: hrtimeBuffer.buffer, hrtime: () => hrtime.call(holder), hrtimeBigInt: () => hrtimeBigInt.call(holder) };
    },
    util: () => ({ toUSVString: (string) => Reflect.apply(toWellFormed, string, []) }),
  };
})
