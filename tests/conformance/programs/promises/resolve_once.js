// Only the first settles it.
new Promise((resolve, reject) => { resolve('first'); reject(new Error('no')); resolve('second'); throw new Error('swallowed'); }).then(console.log, console.log);
