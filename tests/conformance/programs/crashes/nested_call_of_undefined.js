const api = { v1: {} };
api.v1.users.list().then(console.log);
