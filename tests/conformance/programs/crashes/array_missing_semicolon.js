const word = 'abc'
const list = word
[1, 2].forEach(console.log);
