class Account {
  #balance = 0;
  static set(account, value) { account.#balance = value; }
}
Account.set({}, 5);
