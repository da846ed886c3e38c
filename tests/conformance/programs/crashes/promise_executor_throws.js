const p = new Promise((resolve, reject) => {
  undefinedFunction();
});
p.then(() => console.log('never'));
