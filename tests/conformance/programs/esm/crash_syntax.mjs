const one = 1;
const one = 2;
