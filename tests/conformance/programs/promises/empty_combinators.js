// On nothing at all.
Promise.all([]).then((v) => console.log('all', v));
Promise.allSettled([]).then((v) => console.log('allSettled', v));
Promise.any([]).catch((e) => console.log('any', e.name, e.errors));
Promise.race([]).then(() => console.log('never'));
process.on('exit', () => console.log('exit'));
