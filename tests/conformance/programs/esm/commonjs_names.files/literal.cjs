const x = 'x', y = 'y', z = 'z';
module.exports = { x, y: y, 'quoted': z, ...{ more: 1 }, last: 5 };
