console.log('throws runs');
throw new Error('thrown by a module');
