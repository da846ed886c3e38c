// What a module is given.
console.log(typeof require, typeof module, typeof exports, exports === module.exports, this === exports);
console.log(require('path').basename(__filename), require.main === module, module.id, module.loaded, module.children.length);
console.log(arguments.length, typeof require.resolve, typeof require.cache, module.paths.length > 0);
