const store = {
  items: ['a'],
  print() {
    this.items.forEach(function (item) {
      console.log(this.prefix + item);
    });
  },
};
'use strict';
store.print.call(undefined);
