Promise.reject(new TypeError('wrong kind'));
