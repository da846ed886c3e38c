module.exports = 'main of packaged';
