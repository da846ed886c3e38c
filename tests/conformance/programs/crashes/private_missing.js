class Account {
  #balance = 0;
  static peek(account) { return account.#balance; }
}
console.log(Account.peek(new Account()));
Account.peek({});
