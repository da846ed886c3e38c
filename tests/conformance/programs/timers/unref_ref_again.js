// ref() takes unref() back; hasRef says which it is.
const t = setTimeout(() => console.log('fired'), 10);
console.log(t.hasRef());
t.unref();
console.log(t.hasRef());
t.ref();
console.log(t.hasRef());
