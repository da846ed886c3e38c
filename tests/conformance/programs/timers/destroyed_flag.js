// _destroyed and hasRef after firing; clear twice is fine.
const t = setTimeout(() => { console.log('fired'); }, 1);
setTimeout(() => { console.log(t._destroyed, t.hasRef()); clearTimeout(t); clearTimeout(t); }, 30);
