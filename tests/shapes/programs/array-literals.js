kind([]); kind([1, 2]); kind([1, 2.5]); kind(['a']); kind([, 1]); kind([1, , 2.5]); kind([undefined]); kind([null, 1]); kind([[1]]);
kind([-0]); kind([NaN]); kind([1n]);
kind([2147483647]); kind([2147483648]); kind([-2147483648]); kind([1, 'a', 1.5]); kind([, 'a']);
let a = [1]; let b = [2]; let c = [1.5]; let d = [];
same(a, b); same(a, c); same(a, d);
