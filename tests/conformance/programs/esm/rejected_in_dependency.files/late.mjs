throw new Error('unhandled');
