'use strict';
const o = {
  name: 'o',
  show: function () {
    return (function () { return this.name; })();
  },
};
o.show();
