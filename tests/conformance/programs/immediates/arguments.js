// Arguments, and the object that is returned.
const i = setImmediate((...all) => console.log(all), 1, 2, 3, 4);
console.log(typeof i, i.hasRef(), i.constructor.name);
