module.exports = 'index.js of plain';
