console.log('bad runs');
throw new Error('while loading');
