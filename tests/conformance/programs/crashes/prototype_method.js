// A crash in a method of the old kind of class.
function Account(balance) { this.balance = balance; }
Account.prototype.withdraw = function (sum) { if (sum > this.balance) throw new RangeError('not enough'); };
new Account(1).withdraw(2);
