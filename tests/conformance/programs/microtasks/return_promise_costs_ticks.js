// Returning a promise from then() costs two more turns than returning a value.
Promise.resolve()
  .then(() => { console.log('0'); return Promise.resolve(4); })
  .then((v) => console.log(v));
Promise.resolve()
  .then(() => console.log('1')).then(() => console.log('2')).then(() => console.log('3'))
  .then(() => console.log('5')).then(() => console.log('6'));
