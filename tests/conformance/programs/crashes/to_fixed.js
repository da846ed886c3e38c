const price = 12.345;
console.log(price.toFixed(101));
