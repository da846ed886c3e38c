// exports = … does nothing; module.exports = … does.
console.log(require('./wrong'), require('./right'));
