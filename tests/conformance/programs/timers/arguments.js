// Arguments after the delay are handed to the callback.
setTimeout((a, b, ...rest) => console.log(a, b, rest), 1, 'a', 'b', 'c', 'd');
const start = Date.now();
setTimeout(function () { console.log(this.constructor.name, this.hasRef()); }, 1);
while (Date.now() - start < 5);
