let table;
const key = 'name';
table[key] = 1;
