// Flags: --expose-gc
console.log(typeof gc, gc.length, gc.name, typeof globalThis.gc);
console.log(gc(), gc({ type: 'minor' }), gc(true));
gc({ execution: 'async' }).then((value) => console.log('async', value));
console.log(Object.getOwnPropertyDescriptor(globalThis, 'gc') !== undefined, Object.keys(globalThis).includes('gc'));
