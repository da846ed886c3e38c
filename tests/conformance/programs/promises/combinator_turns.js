// How late is Promise.all of settled promises?
Promise.all([1, Promise.resolve(2)]).then((v) => console.log('all', v));
Promise.race([1, 2]).then((v) => console.log('race', v));
Promise.allSettled([1]).then(() => console.log('settled'));
Promise.any([1]).then(() => console.log('any'));
Promise.resolve().then(() => console.log('1')).then(() => console.log('2')).then(() => console.log('3')).then(() => console.log('4'));
