// finally passes the value through, and costs turns of its own.
Promise.resolve('v').finally(() => console.log('finally')).then((v) => console.log('after finally', v));
Promise.resolve().then(() => console.log('1')).then(() => console.log('2')).then(() => console.log('3')).then(() => console.log('4'));
