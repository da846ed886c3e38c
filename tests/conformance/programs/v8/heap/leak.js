// Flags: --max-old-space-size=20
const keep = [];
process.on('exit', () => console.log('never'));
console.log('begins');
setTimeout(() => console.log('never either'));
for (;;) keep.push(new Array(1000).fill(1));
