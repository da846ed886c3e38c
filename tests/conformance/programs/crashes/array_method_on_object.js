const list = { 0: 'a', length: 1 };
list.map((x) => x);
