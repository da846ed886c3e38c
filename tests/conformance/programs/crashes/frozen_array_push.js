const list = Object.freeze([1, 2]);
list.push(3);
