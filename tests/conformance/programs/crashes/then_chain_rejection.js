Promise.resolve()
  .then(() => { throw new SyntaxError('bad configuration'); })
  .finally(() => console.log('finally'));
