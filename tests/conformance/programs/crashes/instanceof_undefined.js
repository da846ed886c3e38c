let Type;
console.log({} instanceof Type);
