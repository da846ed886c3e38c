// After catch the chain goes on; catch(…) before then(…) is another place.
Promise.reject(new Error('1')).catch((e) => { console.log('catch', e.message); return 'recovered'; }).then((v) => console.log(v));
Promise.reject(new Error('2')).then(() => console.log('skipped'), (e) => console.log('second argument', e.message));
Promise.resolve().then(() => { throw new Error('3'); }).then(() => console.log('skipped')).catch((e) => console.log('far catch', e.message)).finally(() => console.log('finally'));
Promise.resolve().then(() => { throw new Error('4'); }, () => console.log('does not catch its sibling')).catch((e) => console.log('next catch', e.message));
