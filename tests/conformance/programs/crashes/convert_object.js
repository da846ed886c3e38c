const odd = { toString() { return {}; }, valueOf() { return {}; } };
console.log('' + odd);
