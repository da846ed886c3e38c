const handlers = { click() { return 1; } };
const type = 'hover';
console.log(handlers.click());
console.log(handlers[type]());
