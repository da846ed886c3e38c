Map.prototype.get.call({}, 1);
