// A crash in a function that is a property of module.exports: its stack has the name that V8 infers.
module.exports.load = function (id) { return module.exports.read(id); };
module.exports.read = function (id) { throw new Error(`no record ${id}`); };
module.exports.load(7);
