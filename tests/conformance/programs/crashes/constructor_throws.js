class Money {
  constructor(amount) {
    if (typeof amount !== 'number') throw new TypeError('amount must be a number');
    this.amount = amount;
  }
}
const list = ['5'].map((amount) => new Money(amount));
