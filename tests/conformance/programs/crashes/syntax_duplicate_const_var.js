var user = 1;
const user = 2;
