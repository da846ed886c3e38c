const unit = {
  [Symbol.toPrimitive](hint) {
    throw new Error('no ' + hint);
  },
};
unit * 2;
