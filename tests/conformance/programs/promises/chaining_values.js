// Values, missing returns and non-functions in a chain.
Promise.resolve(1).then((v) => v + 1).then((v) => { v + 1; }).then((v) => console.log('after no return', v));
Promise.resolve(1).then(2).then((v) => console.log('then(2) is ignored', v));
Promise.resolve(1).then(Promise.resolve(3)).then((v) => console.log('then(promise) is ignored', v));
