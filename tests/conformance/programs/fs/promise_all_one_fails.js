// One of them fails: Promise.all rejects with that error.
const fs = require('fs/promises');
Promise.all([fs.readFile('hello.txt'), fs.readFile('nope.txt')]).then(
  () => console.log('never'),
  (error) => console.log('rejected', error.code),
);
Promise.allSettled([fs.readFile('hello.txt', 'utf8'), fs.readFile('nope.txt')]).then((results) => {
  for (const { status, value, reason } of results) console.log(status, value?.trim(), reason?.code);
});
