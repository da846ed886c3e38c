Array.prototype.map.call(null, (x) => x);
