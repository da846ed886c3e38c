// Each level of async call with await adds one turn on the way out.
const leaf = async () => { console.log('leaf'); };
const mid = async () => { await leaf(); console.log('mid'); };
const top = async () => { await mid(); console.log('top'); };
top().then(() => console.log('done'));
Promise.resolve().then(() => console.log('1')).then(() => console.log('2')).then(() => console.log('3')).then(() => console.log('4'));
