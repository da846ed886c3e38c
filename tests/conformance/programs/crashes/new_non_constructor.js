const makeUser = (name) => ({ name });
const user = new makeUser('Ada');
