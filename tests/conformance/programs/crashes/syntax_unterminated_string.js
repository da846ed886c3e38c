const text = 'hello;
console.log(text);
