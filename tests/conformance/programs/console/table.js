// console.table of rows and of plain values.
console.table([{ a: 1, b: 'x' }, { a: 2, c: true }]);
console.table([['p', 'q'], ['r', 's']]);
console.table([{ a: 1, b: 2 }], ['b']);
console.table('not a table');
