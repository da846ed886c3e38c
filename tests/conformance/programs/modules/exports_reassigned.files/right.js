module.exports = { kept: true };
