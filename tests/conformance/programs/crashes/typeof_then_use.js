console.log(typeof missing);
console.log(missing);
