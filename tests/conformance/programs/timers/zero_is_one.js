// 0, 1, negative, undefined and NaN are all one list, in call order.
const start = Date.now();
process.on('warning', () => {});
process.removeAllListeners('warning');
setTimeout(() => console.log('1'), 1);
setTimeout(() => console.log('0'), 0);
setTimeout(() => console.log('undefined'));
setTimeout(() => console.log('string'), '1');
setTimeout(() => console.log('true'), true);
setTimeout(() => console.log('null'), null);
while (Date.now() - start < 5);
