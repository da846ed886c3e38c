const options = { a: 1 };
const copy = [...options];
