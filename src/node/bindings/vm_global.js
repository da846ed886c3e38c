// The global object of a context of `vm`: what is not in the sandbox is the realm's own (the interceptors of node v24.21.0 src/node_contextify.cc).
(function globalOver(sandbox) {
  'use strict';
  const own = {};
  let isReady = false;
  const isSandboxed = (key) => isReady && key in sandbox;
  const global = new Proxy(own, {
    __proto__: null,
    has: (_, key) => isSandboxed(key) || key in own,
    get(_, key) {
      if (!isSandboxed(key)) return Reflect.get(own, key, global);
      const value = sandbox[key];
      return value === sandbox ? global : value;
    },
    set(_, key, value) {
      if (!isReady) return Reflect.set(own, key, value);
      const descriptor = Object.getOwnPropertyDescriptor(own, key);
      if (descriptor?.set !== undefined) return Reflect.set(own, key, value, global);
      // A name that the realm declared is writable there, whatever the sandbox holds.
      if (descriptor !== undefined && !descriptor.configurable && descriptor.writable) own[key] = value;
      return Reflect.set(sandbox, key, value);
    },
    defineProperty(_, key, descriptor) {
      if (!isReady) return Reflect.defineProperty(own, key, descriptor);
      // What can't be taken away again has to be the target's too.
      if (descriptor.configurable === false && !Reflect.defineProperty(own, key, descriptor)) return false;
      return Reflect.defineProperty(sandbox, key, { ...descriptor, configurable: true });
    },
    deleteProperty(_, key) {
      if (!Reflect.deleteProperty(own, key)) return false;
      return !isReady || Reflect.deleteProperty(sandbox, key);
    },
    getOwnPropertyDescriptor(_, key) {
      const theirs = Object.getOwnPropertyDescriptor(own, key);
      const descriptor = isReady ? Object.getOwnPropertyDescriptor(sandbox, key) : undefined;
      if (descriptor === undefined) return theirs;
      return { ...descriptor, configurable: theirs?.configurable ?? true };
    },
    ownKeys: () => [...new Set([...(isReady ? Reflect.ownKeys(sandbox) : []), ...Reflect.ownKeys(own)])],
  });
  return { own, global, connect() { isReady = true; } };
})
