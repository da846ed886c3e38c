'use strict';
exports.a = 1;
module.exports.b = () => 2;
Object.defineProperty(exports, 'shared', { enumerable: true, value: 'shared' });
exports['quoted name'] = true;
if (false) exports.never = 1;
