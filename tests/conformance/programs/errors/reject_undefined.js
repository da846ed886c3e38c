// Rejected with nothing.
Promise.reject();
