// Rejected with an object that is not an error.
Promise.reject({ code: 'E_MINE' });
