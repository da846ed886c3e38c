// finally gets nothing, changes nothing, unless it throws.
Promise.resolve('v').finally((x) => { console.log('argument', x); return 'ignored'; }).then((v) => console.log(v));
Promise.reject(new Error('e')).finally(() => 'ignored').catch((e) => console.log(e.message));
Promise.resolve('v').finally(() => { throw new Error('from finally'); }).catch((e) => console.log(e.message));
Promise.resolve('v').finally(() => new Promise((r) => setTimeout(r, 10))).then((v) => console.log('waited', v));
