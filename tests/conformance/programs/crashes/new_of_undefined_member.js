const models = {};
const user = new models.User('Ada');
