// Flags: --expose-gc
const generator = (function* () { const big = {}; yield new WeakRef(big); yield big; yield 'end'; })();
const ref = generator.next().value;
setTimeout(() => { gc(); console.log('suspended', typeof ref.deref()); generator.return();
  setTimeout(() => { gc(); console.log('returned', typeof ref.deref()); }); });
