const o = {};
console.log(o.method?.());
o.inner?.run();
o.inner.run();
