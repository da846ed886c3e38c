const error = new Error('refused');
error.code = 'ECONNREFUSED';
error.port = 80;
throw error;
