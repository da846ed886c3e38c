// nondeterministic: two pool workers at once
const { pbkdf2 } = require('crypto');
pbkdf2('a', 's', 1, 16, 'sha256', () => console.log('first'));
pbkdf2('b', 's', 1, 16, 'sha256', () => console.log('second'));
