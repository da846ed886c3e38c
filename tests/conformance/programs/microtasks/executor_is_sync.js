// The executor runs now, the reactions later.
console.log('1');
const p = new Promise((resolve) => {
  console.log('2');
  resolve('4');
  console.log('3 (still runs after resolve)');
});
p.then(console.log);
console.log('3.5');
