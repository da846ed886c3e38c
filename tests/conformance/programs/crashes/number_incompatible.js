Number.prototype.toFixed.call('5', 1);
