// Symbol.dispose clears a timer.
const t = setTimeout(() => console.log('never'), 10);
t[Symbol.dispose]();
const i = setImmediate(() => console.log('never'));
i[Symbol.dispose]();
console.log('disposed');
