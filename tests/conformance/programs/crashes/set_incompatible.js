const add = Set.prototype.add;
add.call([], 1);
