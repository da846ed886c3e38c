console.log('a runs');
let n = 0;
exports.name = 'a';
exports.count = () => ++n;
