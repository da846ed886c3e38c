// listenerCount and removal on process.
const f = () => console.log('never');
process.on('exit', f);
console.log(process.listenerCount('exit'));
process.off('exit', f);
process.prependListener('exit', () => console.log('prepended'));
process.on('exit', () => console.log('last'));
process.prependListener('exit', () => console.log('first'));
