const account = {
  get balance() {
    throw new Error('not connected');
  },
};
console.log(account.balance);
